"""Resolves words of time that belong to a year, named (2025年) or meant (明年, or the report's own)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ecoledger.extract import calendar
from ecoledger.extract.numeral import read_range

if TYPE_CHECKING:
    from collections.abc import Callable

Groups = dict[str, str]
Days = tuple[dt.date | None, dt.date | None]

_RELATIVE = {"去年": -1, "上年": -1, "明年": 1, "次年": 1, "来年": 1, "翌年": 1, "后年": 2}


def year_meant(groups: Groups, reference: dt.date | None) -> int | None:
    """Return the year that is named, else the one that is meant; None where there is nothing to count from."""
    if "year" in groups:
        return int(groups["year"])
    return None if reference is None else reference.year + _RELATIVE.get(groups.get("rel", ""), 0)


def number(words: str) -> int:
    """Return the whole number that `words` write, of 两三 the upper one. Raises ValueError when they write none."""
    ends = read_range(words)
    if ends is None:
        raise ValueError(f"no number: {words}")
    return int(ends[1] or ends[0])


def _left_open(groups: Groups) -> bool:
    """Tell whether only the reference says which year is meant."""
    return "year" not in groups and "rel" not in groups


def _next_if_past(groups: Groups, due: dt.date, reference: dt.date | None) -> int:
    """Return 1 where 3月底前 or 一季度末, written in November, means the next year's, else 0."""
    past = reference is not None and due < reference
    return int(past and _left_open(groups) and ("before" in groups or "end" in groups))


def _day(groups: Groups, year: int, reference: dt.date | None) -> Days:
    day = dt.date(year, number(groups["month"]), number(groups["day"]))
    day = day.replace(year=year + _next_if_past(groups, day, reference))
    return day, day


def _month(groups: Groups, year: int, reference: dt.date | None) -> Days:
    month = number(groups["month"])
    year += _next_if_past(groups, calendar.month_end(year, month), reference)
    first, last = dt.date(year, month, 1), calendar.month_end(year, month)
    if "part" in groups:
        begin, end = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last.day)}[groups["part"]]
        return first.replace(day=begin), first.replace(day=end)
    if "before" in groups and "end" not in groups:
        return None, first - calendar.DAY
    return first, last


def _months(groups: Groups, year: int, _reference: dt.date | None) -> Days:
    return dt.date(year, int(groups["low"]), 1), calendar.month_end(year, int(groups["high"]))


def _year(_groups: Groups, year: int, _reference: dt.date | None) -> Days:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _half(groups: Groups, year: int, reference: dt.date | None) -> Days:
    first = 1 if groups["half"] == "上半年" else 7
    year += _next_if_past(groups, calendar.month_end(year, first + 5), reference)
    return dt.date(year, first, 1), calendar.month_end(year, first + 5)


def _quarter(groups: Groups, year: int, reference: dt.date | None) -> Days:
    last = 3 * number(groups["quarter"])
    year += _next_if_past(groups, calendar.month_end(year, last), reference)
    return dt.date(year, last - 2, 1), calendar.month_end(year, last)


def _festival(groups: Groups, year: int, reference: dt.date | None) -> Days:
    day = calendar.festival(groups["festival"], year)
    if day and reference and _left_open(groups) and day <= reference:
        day = calendar.festival(groups["festival"], year + 1)
    return None, day - calendar.DAY if day else None


def _season(groups: Groups, year: int, reference: dt.date | None) -> Days:
    days = calendar.season(groups["season"], year)
    if days and reference and _left_open(groups) and days[0] <= reference:
        days = calendar.season(groups["season"], year + 1)
    return None, days[0] - calendar.DAY if days else None


def _since(groups: Groups, year: int, reference: dt.date | None) -> Days:
    return dt.date(year, int(groups.get("month", "1")), 1), reference


YEARLY: dict[str, Callable[[Groups, int, dt.date | None], Days]] = {
    "day": _day,
    "month": _month,
    "month_range": _months,
    "year": _year,
    "half": _half,
    "quarter": _quarter,
    "festival": _festival,
    "season": _season,
    "since": _since,
}
"""How a rule's words are resolved once their year is known, by the rule's value."""
