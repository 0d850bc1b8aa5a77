"""Labels: what is to be done and can be checked, what is stance, what was, and how neighbours decide."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.label import label_segments
from ecoledger.model import Segment
from ecoledger.structure.segment import split_segments

CASES = sorted((Path(__file__).parents[1] / "cases").glob("label*.toml"))
REPORTS = [report for path in CASES for report in tomllib.loads(path.read_text(encoding="utf-8"))["report"]]
SIGNS = {"action": "A", "principle": "P", None: "-"}


def segments_of(*paragraphs):
    """Return a text of paragraphs (lists of segments, each ended with 。) and its segments."""
    text = ""
    segments = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            text += "\n"
        for words in paragraph:
            segments.append(Segment(len(text), len(text) + len(words), words, None, number))
            text += words + "。"
    return text, segments


def labels(*paragraphs):
    return [x.label for x in label_segments(*segments_of(*paragraphs))]


@pytest.mark.parametrize(
    "words",
    [
        "要加快老旧水渠改造，年底前消除黑臭水体",
        "各镇街要建立问题清单，定期开展回头看",
        "严把岸线审批关，坚决遏制乱占滥用，确保水耗强度达到市定目标",
        "要扎实做好秸秆禁烧工作，严防重污染天气",
        "力争全市中水回用率达到32%以上",
        "区城管局要牵头完成垃圾分类站点改造120个",
    ],
)
def test_a_task_that_can_be_checked_is_an_action(words):
    assert labels([words]) == ["action"]


@pytest.mark.parametrize(
    "words",
    [
        "要提高政治站位，切实增强做好生态环境保护工作的思想自觉",
        "要深入学习贯彻习近平生态文明思想",
        "要坚持生态优先、绿色发展，坚定不移走高质量发展之路",
        "要强化责任担当，统一思想，凝聚共识",
        "要充分认识当前形势的严峻性和复杂性",
    ],
)
def test_stance_is_a_principle(words):
    assert labels([words]) == ["principle"]


@pytest.mark.parametrize(
    "words",
    [
        "5月6日，全县污染防治攻坚工作推进会召开",
        "副县长赵某出席会议",
        "会上，三个乡镇作了表态发言",
        "近年来，全县水土流失治理稳步推进，取得了明显成效",
        "生态文明建设是关系子孙后代福祉的根本大计",
        "全县建成绿色工厂5家，居全市第一",
    ],
)
def test_what_was_or_is_has_no_label(words):
    assert labels([words]) == [None]


def test_a_bare_imperative_goes_with_its_neighbours():
    plain = "加强湿地保护，封禁退化草场26平方公里"
    assert labels(["要推进垃圾分类", plain, "要完善网格监管机制"])[1] == "action"
    assert labels(["近年来，工作取得了成效", plain, "湿地修复面积居全省第一", "县城获评卫生县城"])[1] is None


def test_a_review_and_a_plan_in_one_report_are_told_apart():
    review = ["2023年，全市空气优良天数占比87.6%", "完成造林3.2万亩", "新增绿色工厂12家，获评国家森林城市"]
    plan = ["2024年重点工作", "完成造林3万亩以上", "新建污水管网40公里", "支持云山县创建省级示范区"]
    got = labels(review, plan)
    assert got[:3] == [None] * 3
    assert got[4:] == ["action"] * 3


def test_every_result_gives_its_reasons():
    text, segments = segments_of(["要完善网格监管机制", "副县长出席会议", "全县建成绿色工厂5家，居全市第一"])
    got = label_segments(text, segments)
    assert [x.statement for x in got] == [None, None, "achieved"]
    assert "forward.modal" in got[0].rules
    assert "measure.mechanism" in got[0].rules
    assert "back.attend" in got[1].rules
    assert "back.honour" in got[2].rules


@given(st.lists(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5), min_size=1, max_size=4))
def test_any_segments_get_one_label_each_and_always_the_same(paragraphs):
    text, segments = segments_of(*paragraphs)
    got = label_segments(text, segments)
    assert len(got) == len(segments)
    assert all(x.rules for x in got)
    assert all(x.label is None or x.statement != "achieved" for x in got)
    assert label_segments(text, segments) == got


def test_no_segments_no_labels():
    assert label_segments("", ()) == ()


def as_sentence(line):
    """Return the words of a line of the cases, closed with 。 where they have no mark of their own."""
    return line[2:] if line[-1] in "，：；" else f"{line[2:]}。"


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["name"])
def test_a_whole_report_is_labelled_as_written(report):
    text = "\n".join("".join(map(as_sentence, lines)) for lines in report["paragraphs"])
    wanted = [line for lines in report["paragraphs"] for line in lines]
    segments = split_segments(text)
    assert len(segments) == len(wanted)
    got = [
        f"{SIGNS[labelled.label]} {line[2:]}"
        for labelled, line in zip(label_segments(text, segments), wanted, strict=True)
    ]
    assert got == wanted


def test_a_demand_on_those_above_is_a_statement():
    text, segments = segments_of(["要完成隐患整治5处", "恳请省厅在治理资金上给予支持"])
    assert [x.statement for x in label_segments(text, segments)] == [None, "demand"]


def test_what_comes_next_and_what_is_enumerated_as_a_demand_looks_forward():
    text = (
        "会议指出，今年以来，我县坚持生态优先，稳步推进绿化工作。接下来，要落实绿化工作部署，继续补种林带。"
        "一要注重机制创新，打造一批绿美村庄。二要改善林相，提升林分质量。"
    )
    labels = [one.label for one in label_segments(text, split_segments(text))]
    assert labels == [None, "action", "action", "action"]


def test_what_stands_in_a_review_names_its_heading_as_the_reason():
    text, segments = segments_of(["过去五年，我们主要做了以下工作"], ["优化能源结构，推进清洁取暖"])
    got = label_segments(text, segments)[1]
    words = [
        text[segments[1].start + a : segments[1].start + b]
        for rule, (a, b) in zip(got.rules, got.spans, strict=True)
        if rule == "part.review_opening"
    ]
    assert got.label is None
    assert words == ["过去五年"]


def test_much_stance_takes_nothing_from_a_task():
    stance = "要提高政治站位，增强责任感，凝聚共识，高度重视环保工作，扛起政治责任，发扬斗争精神"
    assert labels([stance]) == ["principle"]
    assert labels([f"{stance}，新建污水处理厂2座"]) == ["action"]
