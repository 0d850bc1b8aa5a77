"""Words of time and the days that they mean."""

import csv
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract import calendar
from ecoledger.extract.period import find_periods
from ecoledger.rules.loader import load_rules

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "time.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["text"])
def test_cases(row):
    reference = dt.date.fromisoformat(row["reference_date"])
    found = [p for p in find_periods(row["context"], reference) if p.text in row["text"]]
    ends = {row["end"], *row["alt_end"].split(";")} if row["alt_end"] else {row["end"]}
    assert len(found) == 1
    assert str(found[0].due or "") in ends
    assert str(found[0].begin or "") == row["start"]


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (marked.group(1), example)
        for rule in load_rules("deadline")
        for example in rule.examples
        for marked in [re.search("【(.*)】", example)]
    ],
)
def test_the_examples_of_the_rules_are_found_as_a_whole(words, example):
    found = find_periods(example.replace("【", "").replace("】", ""), dt.date(2023, 9, 16))
    assert words in [p.text for p in found]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2024, 2, 29), (2023, 2, 28), (2023, 12, 31), (2023, 14, 29), (2023, 13, 31), (2023, 4, 30)],
)
def test_the_end_of_a_month(year, month, day):
    assert calendar.month_end(year, month).day == day


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (dt.date(2023, 9, 15), 1, dt.date(2023, 9, 18)),
        (dt.date(2023, 9, 15), 5, dt.date(2023, 9, 22)),
        (dt.date(2023, 9, 16), 3, dt.date(2023, 9, 20)),
        (dt.date(2023, 9, 16), 5, dt.date(2023, 9, 22)),
    ],
)
def test_working_days(day, count, then):
    assert calendar.add_workdays(day, count) == then


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 600))
def test_months_later_the_day_is_the_same_or_the_last(day, count):
    later = calendar.add_months(day, count)
    assert (later.year - day.year) * 12 + later.month - day.month == count
    assert later.day == day.day or later == calendar.month_end(later.year, later.month)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 60))
def test_working_days_are_counted_one_by_one(day, count):
    slow = day
    for _ in range(count):
        slow += calendar.DAY
        while slow.weekday() >= 5:
            slow += calendar.DAY
    assert calendar.add_workdays(day, count) == slow


def test_a_feast_and_a_season_that_are_not_known():
    assert calendar.festival("春节", 1900) is None
    assert calendar.festival("泼水节", 2023) is None
    assert calendar.season("旱季", 2023) is None
    assert calendar.plan_years("十九五") is None
