import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.deadline.month import add_months, last_day, month_of, read_month, write_month

MONTHS = st.dates(dt.date(1949, 1, 1), dt.date(2199, 12, 31)).map(month_of)

STEPS = [
    ("2026-11", 0, "2026-11"),
    ("2026-11", 2, "2027-01"),
    ("2026-11", -11, "2025-12"),
    ("2026-01", -1, "2025-12"),
    ("2199-12", 1, "2199-12"),
    ("1949-01", -1, "1949-01"),
]


@pytest.mark.parametrize(("month", "count", "expected"), STEPS)
def test_add_months(month, count, expected):
    assert write_month(add_months(read_month(month), count)) == expected


DAYS = [("2024-02", 29), ("2026-02", 28), ("2026-11", 30), ("2026-12", 31), ("2199-12", 31)]


@pytest.mark.parametrize(("month", "day"), DAYS)
def test_last_day(month, day):
    assert last_day(read_month(month)) == read_month(month).replace(day=day)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-1-1", "1948-12", "2200-01", "九月", "0000-00"])
def test_what_is_no_month(text):
    assert read_month(text) is None


@given(MONTHS)
def test_a_month_comes_back_from_the_address(month):
    assert read_month(write_month(month)) == month


@given(MONTHS, st.integers(-40, 40))
def test_steps_lead_back(month, count):
    there = add_months(month, count)
    if dt.date(1955, 1, 1) < there < dt.date(2190, 1, 1) and month.year in range(1955, 2190):
        assert add_months(there, -count) == month
