"""Months, each told by its first day."""

from __future__ import annotations

import datetime as dt

YEARS = (1949, 2199)
"""Months before and after are none that a deadline falls into."""


def month_of(day: dt.date) -> dt.date:
    """Return the first day of the month of `day`."""
    return day.replace(day=1)


def add_months(month: dt.date, count: int) -> dt.date:
    """Return the first day of the month `count` after that of `month`; none beyond `YEARS`."""
    whole = month.year * 12 + month.month - 1 + count
    whole = min(max(whole, YEARS[0] * 12), YEARS[1] * 12 + 11)
    return dt.date(whole // 12, whole % 12 + 1, 1)


def last_day(month: dt.date) -> dt.date:
    """Return the last day of a month."""
    return (
        add_months(month, 1) - dt.timedelta(days=1) if month.year < YEARS[1] else dt.date(month.year, 12, 31)
    )


def read_month(text: str) -> dt.date | None:
    """Return the month that is written 2026-11, None for what is no month."""
    try:
        month = dt.datetime.strptime(text, "%Y-%m").date()  # noqa: DTZ007  a month has no zone
    except ValueError:
        return None
    return month if YEARS[0] <= month.year <= YEARS[1] else None


def write_month(month: dt.date) -> str:
    """Return a month as an address has it."""
    return f"{month:%Y-%m}"
