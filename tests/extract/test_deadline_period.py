"""Words of time and the days that they mean."""

import csv
import datetime as dt
import re
import subprocess
import sys
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
    assert calendar.festival("春节", 1899) is None
    assert calendar.festival("春节", 2101) is None
    assert calendar.festival("泼水节", 2023) is None
    assert calendar.season("旱季", 2023) is None
    assert calendar.plan_years("十九五") is None


# The public calendar: the first day of the lunar year, then 清明, 端午, 中秋 and 冬至.
ALMANAC = {
    2010: "02-14 04-05 06-16 09-22 12-22",
    2015: "02-19 04-05 06-20 09-27 12-22",
    2020: "01-25 04-04 06-25 10-01 12-21",
    2023: "01-22 04-05 06-22 09-29 12-22",
    2024: "02-10 04-04 06-10 09-17 12-21",
    2025: "01-29 04-04 05-31 10-06 12-21",
    2026: "02-17 04-05 06-19 09-25 12-22",
    2030: "02-03 04-05 06-05 09-12 12-22",
    2033: "01-31 04-04 06-01 09-08 12-21",
    2035: "02-08 04-05 06-10 09-16 12-22",
}


@pytest.mark.parametrize("year", ALMANAC)
def test_feasts_of_the_almanac(year):
    days = [calendar.festival(name, year) for name in ("春节", "清明节", "“端午”", "中秋", "冬至")]
    assert [day.strftime("%m-%d") for day in days] == ALMANAC[year].split()
    assert calendar.festival("除夕", year) == days[0] - calendar.DAY


def test_the_almanac_is_read_only_where_it_is_needed():
    code = (
        "import sys, datetime as dt; from ecoledger.extract.deadline import find_deadlines; "
        "find_deadlines('10月1日前、国庆节前完成', 0, 12, dt.date(2024, 3, 5)); sys.exit('borax' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "begin", "due"),
    [
        ("昨日", "2024-03-04", "2024-03-04"),
        ("明天前", "2024-03-05", "2024-03-05"),
        ("上周五", "2024-03-01", "2024-03-01"),
        ("下周五", "2024-03-15", "2024-03-15"),
        ("上周", "2024-02-26", "2024-03-03"),
        ("上月", "2024-02-01", "2024-02-29"),
        ("上季度", "2023-10-01", "2023-12-31"),
        ("改革开放以来", "", ""),
        ("日前", "", ""),
    ],
)
def test_words_that_look_back_or_date_an_event(words, begin, due):
    (found,) = find_periods(f"{words}报送情况", dt.date(2024, 3, 5))
    assert found.text == words
    assert str(found.due or "") == due
    assert str(found.begin or "") == ("" if found.kind == "due" else begin)
