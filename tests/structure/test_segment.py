"""Segments: where they end, what is no part of them, who speaks them."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.structure.segment import split_segments

SEEDS = Path(__file__).parents[2] / "data" / "gold" / "seeds"
MEETING = "会议"

CASES = [
    ("张伟强调，要加快建设；要严格监管。", [("张伟", "要加快建设"), ("张伟", "要严格监管")]),
    ("会议指出，一是加强领导；二是压实责任。", [(MEETING, "加强领导"), (MEETING, "压实责任")]),
    (
        "会议强调，要抓好落实，一方面争取资金；另一方面深化改革。",
        [(MEETING, "要抓好落实"), (MEETING, "争取资金"), (MEETING, "深化改革")],
    ),
    ("会议提出三点要求：一要摸清底数，二要压实责任。", [(MEETING, "摸清底数"), (MEETING, "压实责任")]),
    (
        "区委书记沈志栋出席会议并讲话，强调要深入治污。",
        [(None, "区委书记沈志栋出席会议并讲话"), ("沈志栋", "要深入治污")],
    ),
    ("市长张强在主持时要求，各级各部门要抓好整改。", [("张强", "各级各部门要抓好整改")]),
    ("就贯彻落实本次大会精神，区长张伟要求，要提高站位。", [("张伟", "要提高站位")]),
    (
        "市委书记卢东亮在讲话中总结成绩。他指出，全市要治污。",
        [(None, "市委书记卢东亮在讲话中总结成绩"), ("卢东亮", "全市要治污")],
    ),
    (
        "区长张伟强调，要治水。区委副书记顾建明主持会议。会上，各镇作了发言。",
        [("张伟", "要治水"), (None, "区委副书记顾建明主持会议"), (None, "会上，各镇作了发言")],
    ),
    ("会议听取了汇报，强调要压实责任。", [(None, "会议听取了汇报"), (MEETING, "要压实责任")]),
    ("市委常委会会议强调，要坚决整改。", [(MEETING, "要坚决整改")]),
    (
        "区长张伟指出，要治水。习近平总书记指出，绿水青山就是金山银山。要守住底线。",
        [("张伟", "要治水"), ("习近平", "绿水青山就是金山银山"), ("张伟", "要守住底线")],
    ),
    ("《实施方案》提出，到2025年建成绿道。", [(None, "到2025年建成绿道")]),
    ("严格落实岸线利用规划要求，留出生态空间。", [(None, "严格落实岸线利用规划要求，留出生态空间")]),
    ("完成投资2.5亿元，治理河道3.6公里。", [(None, "完成投资2.5亿元，治理河道3.6公里")]),
    (
        "（一）加强监管\n1.清理河道。\n2.修复湿地。",
        [(None, "加强监管"), (None, "清理河道"), (None, "修复湿地")],
    ),
    (
        "区长张伟强调，要治水。\n要严格考核。\n全区空气质量良好。",
        [("张伟", "要治水"), ("张伟", "要严格考核"), (None, "全区空气质量良好")],
    ),
    ("会议强调\n坚持绿色发展。\n要治水。", [("会议", "坚持绿色发展"), ("会议", "要治水")]),
    ("督察组指出要加快治水；加强监测。", [("督察组", "要加快治水"), ("督察组", "加强监测")]),
    ("沈志栋书记提出三点意见，一是治水；二是治气。", [("沈志栋", "治水"), ("沈志栋", "治气")]),
    (
        "会议对工作给予肯定，要求相关县区坚持规划先行。",
        [(None, "会议对工作给予肯定"), (MEETING, "相关县区坚持规划先行")],
    ),
    ("区长张伟调研治水。张伟希望企业守法排污。", [(None, "区长张伟调研治水"), ("张伟", "企业守法排污")]),
    ("区长张伟出席会议并提出要求。", [(None, "区长张伟出席会议并提出要求")]),
    ("区长张伟就落实会议精神提出要求：一要治水。", [("张伟", "治水")]),
    (
        "区长张伟指出，要治水。胡锦涛总书记强调，要科学发展。要守法。",
        [("张伟", "要治水"), ("胡锦涛", "要科学发展"), ("张伟", "要守法")],
    ),
    ("党的十八届五中全会提出，要绿色发展。各地积极行动。", [(MEETING, "要绿色发展"), (None, "各地积极行动")]),
    (
        "区长张伟现场查看湿地，指出当地要加强执法。",
        [(None, "区长张伟现场查看湿地"), ("张伟", "当地要加强执法")],
    ),
    (
        "区长张伟要求，各村要及时召开会议，做好动员部署。要治水。",
        [("张伟", "各村要及时召开会议，做好动员部署"), ("张伟", "要治水")],
    ),
    (
        "会议要求，突出重点；1.要治水；2.要治气。",
        [(MEETING, "突出重点"), (MEETING, "要治水"), (MEETING, "要治气")],
    ),
    ("要统一思想，这是唯一要求。", [(None, "要统一思想，这是唯一要求")]),
    ("", []),
    ("……——。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_is_cut_into_segments(text, expected):
    assert [(s.speaker, s.text) for s in split_segments(text)] == expected


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_commitment_of_a_report_is_one_segment_with_its_speaker(number):
    gold = json.loads((SEEDS / f"{number}.json").read_text(encoding="utf-8"))
    text = (SEEDS / f"{number}.clean.txt").read_text(encoding="utf-8")
    title = len(gold["title"]) + 1 if gold["title"] else 0
    got = {(s.start, s.end): s.speaker for s in split_segments(text[title:])}
    for item in gold["commitments"]:
        assert got.get((item["start"] - title, item["end"] - title)) == item["speaker"], item["text"]


WORDS = st.sampled_from(
    ["会议强调，", "张伟", "区长", "指出", "，", "。", "；", "一是", "（一）", "另一方面", "要", "他", "总书记", "《方案》提出，",
     "\n", "1.", "主持会议", "治理", " ", "“", "”", "：", "阿沛·阿旺晋美", "习近平总书记指出，"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map("".join)))
def test_segments_are_words_of_the_text_in_order(text):
    last = 0
    for segment in split_segments(text):
        assert text[segment.start : segment.end] == segment.text
        assert segment.start >= last
        assert segment.text == segment.text.strip()
        assert "\n" not in segment.text
        last = segment.end
