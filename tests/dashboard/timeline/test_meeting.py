import datetime as dt

import pytest

from dashboard.timeline.meeting import detail_words, group_months, place_name, undated_words
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


def test_months_keep_the_order_of_their_meetings():
    days = [dt.date(2023, 9, 16), dt.date(2023, 9, 1), dt.date(2022, 5, 26)]
    months = group_months(meeting(i, date=day) for i, day in enumerate(days))
    assert [(month, [row.date.day for row in rows]) for month, rows in months] == [
        (dt.date(2023, 9, 1), [16, 1]),
        (dt.date(2022, 5, 1), [26]),
    ]


def test_unreliable_text_is_said():
    assert detail_words(meeting(reliable=False)) == "池州市贵池区　大会　12 条承诺　报告文字不可靠"
