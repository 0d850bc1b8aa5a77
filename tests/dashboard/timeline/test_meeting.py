import datetime as dt

import pytest

from dashboard.timeline.figure import build_figure, chosen_report
from dashboard.timeline.meeting import (
    KINDS,
    LANES,
    OTHER_KIND,
    common_kinds,
    detail_words,
    group_months,
    lay_marks,
    place_name,
    split_dated,
    undated_words,
)
from ecoledger.ledger.meeting import MeetingRow


def meeting(number: int = 0, **facts: object) -> MeetingRow:
    usual = {
        "report_id": f"r{number}",
        "name": f"会议{number}",
        "kind": "大会",
        "date": dt.date(2023, 9, 16),
        "date_text": "9月16日",
        "published": None,
        "form": None,
        "adcode": "341702",
        "place": "贵池区",
        "province": "安徽省",
        "prefecture": "池州市",
        "county": "贵池区",
        "title": None,
        "reliable": True,
        "commitments": 12,
    }
    return MeetingRow(**(usual | facts))


PLACES = [
    ({}, "池州市贵池区"),
    ({"prefecture": None, "province": "上海市", "county": "金山区", "place": "金山区"}, "上海市金山区"),
    ({"county": None, "place": "池州市"}, "池州市"),
    ({"county": None, "prefecture": None, "place": "安徽省"}, "安徽省"),
    ({"county": None, "prefecture": None, "province": None, "place": None}, "地区不详"),
]


@pytest.mark.parametrize(("facts", "name"), PLACES)
def test_place_name(facts, name):
    assert place_name(meeting(**facts)) == name


UNDATED = [
    ({"date_text": "近日", "published": dt.date(2023, 3, 1)}, "日期不详，原文为“近日”；报告2023年3月1日发布"),
    ({"date_text": "近日"}, "日期不详，原文为“近日”"),
    ({"date_text": None}, "日期不详，原文未写"),
]


@pytest.mark.parametrize(("facts", "words"), UNDATED)
def test_a_meeting_without_a_date_says_what_is_known(facts, words):
    assert undated_words(meeting(date=None, **facts)) == words


def test_a_publish_date_is_no_date_of_a_meeting():
    known, unknown = meeting(1), meeting(2, date=None, published=dt.date(2023, 3, 1))
    assert split_dated([known, unknown]) == ((known,), (unknown,))
    assert [mark.report_id for mark in lay_marks([known, unknown])] == ["r1"]


def test_months_run_from_the_latest():
    days = [dt.date(2022, 5, 26), dt.date(2023, 9, 16), dt.date(2023, 9, 1)]
    dated, _ = split_dated(meeting(i, date=day) for i, day in enumerate(days))
    months = group_months(dated)
    assert [(m.title, [row.date.day for row in m.meetings]) for m in months] == [
        ("2023年9月", [16, 1]),
        ("2022年5月", [26]),
    ]


def test_each_place_has_a_line_until_there_are_too_many():
    few = [meeting(i, county=f"第{i}区") for i in range(LANES)]
    assert len({mark.lane for mark in lay_marks(few)}) == LANES
    assert {mark.lane for mark in lay_marks([*few, meeting(99, county="又一区")])} == {"安徽省"}


def test_a_meeting_of_the_nation_has_a_line_of_its_own():
    above = {"province": None, "prefecture": None, "county": None}
    nation = meeting(1, place="中华人民共和国", **above)
    many = [meeting(i, county=f"第{i}区") for i in range(2, LANES + 3)]
    for marks in (lay_marks([nation]), lay_marks([nation, *many])):
        assert marks[0].lane == "中华人民共和国"


def test_the_commonest_kinds_have_a_mark_of_their_own():
    rows = [meeting(i, kind=f"第{min(i, KINDS)}种") for i in range(KINDS + 2)] + [meeting(50, kind=None)]
    kinds = common_kinds(rows)
    assert len(kinds) == KINDS
    assert kinds[0] == f"第{KINDS}种"
    assert OTHER_KIND in {mark.kind for mark in lay_marks(rows)}


def test_unreliable_text_is_said():
    assert detail_words(meeting(reliable=False)) == "池州市贵池区　大会　12 条承诺　报告文字不可靠"


def test_the_chart_carries_the_reports_and_shows_words_as_words():
    marks = lay_marks([meeting(1, name="<b>大会</b>"), meeting(2, kind="推进会", date=dt.date(2022, 1, 1))])
    figure = build_figure(marks, ("大会", "推进会"))
    assert [trace.name for trace in figure.data] == ["大会（1）", "推进会（1）"]
    assert len({trace.marker.symbol for trace in figure.data}) == 2
    assert figure.data[0].customdata[0][0] == "r1"
    assert "＜b＞大会" in figure.data[0].text[0]


SELECTIONS = [
    ({}, None),
    ({"points": []}, None),
    ({"points": [{"customdata": ["r1"]}]}, "r1"),
    ({"points": [{}]}, None),
]


@pytest.mark.parametrize(("selection", "report"), SELECTIONS)
def test_chosen_report(selection, report):
    assert chosen_report(selection) == report
