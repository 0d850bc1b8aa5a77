import datetime as dt

import pytest

from dashboard.deadline.board import narrow
from dashboard.deadline.calendar import SHOWN, build_calendar
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.selection import select

WEEKS = [  # month, its weeks, days before its first
    (dt.date(2026, 11, 1), 6, 6),
    (dt.date(2026, 6, 1), 5, 0),
    (dt.date(2027, 2, 1), 4, 0),
    (dt.date(2024, 2, 1), 5, 3),
]


@pytest.mark.parametrize(("month", "weeks", "before"), WEEKS)
def test_weeks_begin_on_monday(ledger, month, weeks, before):
    calendar = build_calendar(select(ledger, Filter()), month)
    assert len(calendar.weeks) == weeks
    assert all(len(week) == 7 for week in calendar.weeks)
    assert calendar.weeks[0][:before] == (None,) * before
    assert [day.date.day for day in calendar.days] == list(range(1, len(calendar.days) + 1))
    for week in calendar.weeks:
        assert all(day is None or day.date.weekday() == at for at, day in enumerate(week))


@pytest.mark.parametrize("month", [dt.date(2025, 12, 1), dt.date(2025, 3, 1)])
def test_each_day_leads_to_what_falls_due_on_it(ledger, month):
    calendar = build_calendar(select(ledger, Filter()), month)
    rule = LightRule(dt.date(2025, 1, 1))
    for day in calendar.days:
        wanted = narrow(Filter(), rule, None, day.date, day.date)
        assert int(select(ledger, wanted).chosen.sum()) == day.count
        assert len(day.numbers) == min(day.count, SHOWN)
    assert calendar.total == sum(day.count for day in calendar.days) > 0
