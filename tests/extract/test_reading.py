"""Reading: every record stands at its words, in order, and no text makes it fail."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.context import Context, find_plan_year
from ecoledger.extract.reading import LONGEST, read_commitments
from ecoledger.model import Segment
from ecoledger.structure.segment import split_segments

CONTEXT = Context(reference=dt.date(2023, 9, 16))
SIGNS = tuple("要将已了的是，。；\n、“”（一）3.5%万亩")
WORDS = (
    "会议强调，",
    "确保",
    "年底前",
    "推进",
    "让",
    "水质",
    "改善",
    "各镇",
    "坚持",
    "消除黑臭水体",
    "出席会议",
)


def spans(reading):
    for item in (*reading.commitments, *reading.statements):
        yield item
        yield from item.targets
    for draft in reading.commitments:
        yield from (*draft.deadlines, *draft.bodies)


def read(text):
    return read_commitments(text, split_segments(text), CONTEXT)


def test_a_commitment_holds_all_that_its_segment_says():
    text = "会议强调，各镇要加强源头管控，年底前消除黑臭水体，确保水质持续改善。副区长出席会议。"
    (draft,) = read(text).commitments
    assert draft.text.startswith("各镇要加强源头管控")
    assert (draft.label, draft.speaker, draft.themes) == ("action", "会议", ("water",))
    assert [t.text for t in draft.targets] == ["消除黑臭水体", "确保水质持续改善"]


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(SIGNS + WORDS), max_size=40).map("".join)))
def test_every_span_is_exact_and_in_order(text):
    reading = read(text)
    for item in spans(reading):
        assert text[item.start : item.end] == item.text
    for draft in reading.commitments:
        assert draft.rules
        for target in draft.targets:
            assert draft.start <= target.start < target.end <= draft.end
    starts = [d.start for d in reading.commitments]
    assert starts == sorted(starts)
    assert read(text) == reading


def test_an_aside_names_who_does_what_stands_before_it():
    text = "（一）加强治理。完成河道清淤20公里。（市水务局牵头，市财政局配合）\n（市教育局负责）"
    reading = read(text)
    assert [[b.text for b in d.bodies] for d in reading.commitments][-1] == ["市水务局", "市财政局"]
    assert [b.role for b in reading.commitments[-1].bodies] == ["lead", "support"]


def test_what_is_doubtful_is_said_with_its_place():
    text = "会议要求，要按期完成问题整改。"
    reading = read(text)
    kinds = {issue.kind: text[issue.start : issue.end] for issue in reading.issues}
    assert kinds.get("deadline_open") == "按期"


def test_the_past_before_a_goal_gives_no_targets():
    text = "会议指出，近年来，水质得到改善，消除了黑臭水体12条，下一步要治理黑臭水体5条。"
    (draft,) = read(text).commitments
    assert [t.value for t in draft.targets] == [5]


def test_a_result_of_the_past_is_a_statement():
    (statement,) = read("去年，全市中水回用率达到31.5%，位居全省第一。").statements
    assert statement.kind == "achieved"
    assert [str(t.value) for t in statement.targets] == ["31.5"]


@pytest.mark.parametrize(
    ("context", "day"),
    [
        (Context(reference=dt.date(2023, 9, 16), title="政府工作报告 2020"), dt.date(2023, 9, 16)),
        (Context(title="云山市政府工作报告 2024"), dt.date(2024, 1, 1)),
        (Context(title="2024年全市生态环境工作要点"), dt.date(2024, 1, 1)),
        (Context(title="2021—2025年生态环境重点工作"), None),
        (Context(title="云山市召开大会部署2024年任务"), None),
        (Context(plan_year=2024), dt.date(2024, 1, 1)),
        (Context(), None),
    ],
)
def test_the_day_that_this_year_is_counted_from(context, day):
    assert context.day == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("报告指出，做好2022年工作，要推进城镇化。", 2022),
        ("过去一年，任务完成。\n二、2024年目标任务和主要工作\n完成造林2万亩。", 2024),
        ("一、2023年工作回顾\n完成造林2万亩。", None),
        ("做好2022年工作，谋划好明年。做好2023年工作，开好局。", None),
        ("到2025年完成治理工作。", None),
    ],
)
def test_the_year_that_a_text_plans_is_found(text, year):
    assert find_plan_year(text) == year


def test_a_caption_sets_no_outcome():
    text = "提升资源利用水平。新增绿色工厂20家，提升资源利用水平。"
    caption, task = read(text).commitments
    assert (caption.label, caption.targets) == ("principle", ())
    assert [t.kind for t in task.targets] == ["quantitative", "qualitative"]


def test_a_deadline_read_by_the_year_of_the_title_says_so():
    text = "要在年底前完成河道清淤20公里。"
    reading = read_commitments(text, split_segments(text), Context(title="政府工作报告 2024"))
    (draft,) = reading.commitments
    assert [d.due for d in draft.deadlines] == [dt.date(2024, 12, 31)]
    assert "deadline_by_year" in [issue.kind for issue in reading.issues]


def test_a_deadline_that_was_over_is_no_deadline_and_is_told():
    text = "会议要求，要在2023年6月底前完成河道清淤20公里。"
    reading = read(text)
    assert reading.commitments[0].deadlines == ()
    assert [text[i.start : i.end] for i in reading.issues if i.kind == "deadline_past"] == ["2023年6月底前"]


RUNS = (
    "市委书记",
    "1,111,",
    "县",
    "生态环境局、",
    "要推进",
    "年底前",
    "确保水质提升",
    "2025年",
    "各级党委政府和",
    "达到5%",
    "9",
)


@pytest.mark.parametrize("words", RUNS)
def test_a_long_run_without_marks_costs_little(words):
    text = words * (100_000 // len(words))
    whole = (Segment(0, len(text), text, None, 0),)
    began = time.process_time()
    reading = read_commitments(text, whole, CONTEXT)
    assert time.process_time() - began < 3
    assert [issue.kind for issue in reading.issues][:1] == ["segment_long"]


@pytest.mark.parametrize("words", RUNS)
def test_a_long_row_of_long_sentences_costs_little(words):
    text = (words * (LONGEST // len(words)) + "。") * 20
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 3


def test_of_a_sentence_without_end_the_beginning_is_read():
    text = "要在年底前完成河道清淤20公里，" + "加强河道巡查，" * 400
    (draft,) = read_commitments(text, (Segment(0, len(text), text, None, 0),), CONTEXT).commitments
    assert draft.text == text[:LONGEST]
    assert [str(t.value) for t in draft.targets if t.kind == "quantitative"] == ["20"]
    assert [d.text for d in draft.deadlines] == ["年底前"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("过去一年，我们推进绿色发展。新建城镇污水管网420公里。加强湿地保护。", ["新建城镇污水管网420公里"]),
        ("截至目前，全县累计修复废弃矿山61座。", ["截至目前，全县累计修复废弃矿山61座"]),
        ("5月6日上午，县长主持召开会议，听取了3个乡镇的汇报。会议通报了12个问题。", []),
        ("会上播放了警示片，3个镇作了发言。", []),
        ("当前，污水直排问题仍有9处，整改不到位。", []),
        ("生态文明建设是关系10亿人福祉的根本大计。", []),
    ],
)
def test_results_named_with_a_number_are_kept_and_facts_of_the_meeting_are_not(text, kept):
    statements = read(text).statements
    numbered = [s.text for s in statements if any(t.kind == "quantitative" for t in s.targets)]
    assert numbered == kept
    assert all(s.kind == "achieved" for s in statements)
    assert [s.text for s in statements if s.text not in kept] == (
        ["过去一年，我们推进绿色发展"] if "过去" in text else []
    )
