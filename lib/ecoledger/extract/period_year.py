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

_RELATIVE = {"去年": -1, "上年": -1, "明年": 1, "明": 1, "次年": 1, "来年": 1, "翌年": 1, "后年": 2}
PARTS = {
    "初": (1, 10),
    "上旬": (1, 10),
    "上中旬": (1, 20),
    "中旬": (11, 20),
    "中下旬": (11, 31),
    "下旬": (21, 31),
}
"""The first and last day of a part of a month; there may be no such last day."""
_HUNDRED = ("百", "一百")


def year_meant(groups: Groups, reference: dt.date | None) -> int | None:
    """Return the year that is named, else the one that is meant; None where there is nothing to count from."""
    if "year" in groups:
        return number(groups["year"])
    words = groups.get("rel") or groups.get("near") or ""
    return None if reference is None else reference.year + _RELATIVE.get(words, 0)


def number(words: str) -> int:
    """Return the whole number that `words` write, of 两三 the upper one. Raises ValueError when they write none."""
    if words in _HUNDRED:
        return 100
    ends = read_range(words)
    if ends is None:
        raise ValueError(f"no number: {words}")
    return int(ends[1] or ends[0])


def _left_open(groups: Groups) -> bool:
    """Tell whether only the reference says which year is meant."""
    return "year" not in groups and "rel" not in groups and groups.get("near") != "明"


def _next_if_past(groups: Groups, due: dt.date, reference: dt.date | None) -> int:
    """Return 1 where 3月底前 or 一季度末, written in November, means the next year's, else 0."""
    past = reference is not None and due < reference
    return int(past and _left_open(groups) and ("before" in groups or "end" in groups))


def _day(groups: Groups, year: int, reference: dt.date | None) -> Days:
    day = dt.date(year, number(groups["month"]), number(groups["day"]))
    day = day.replace(year=year + _next_if_past(groups, day, reference))
    return day, day


def _day_range(groups: Groups, year: int, _reference: dt.date | None) -> Days:
    first = dt.date(year, number(groups["month"]), number(groups["day"]))
    year = number(groups["year_to"]) if "year_to" in groups else year + ("rel_to" in groups)
    month = number(groups["month_to"]) if "month_to" in groups else first.month
    last = dt.date(year, month, number(groups["day_to"]))
    return first, last if last >= first else last.replace(year=year + 1)


def _month(groups: Groups, year: int, reference: dt.date | None) -> Days:
    month = number(groups["month"])
    year += _next_if_past(groups, calendar.month_end(year, month), reference)
    first, last = dt.date(year, month, 1), calendar.month_end(year, month)
    if "part" in groups:
        begin, end = PARTS[groups["part"]]
        return first.replace(day=begin), first.replace(day=min(end, last.day))
    if "before" in groups and "end" not in groups:
        return None, first - calendar.DAY
    return first, last


def _months(groups: Groups, year: int, _reference: dt.date | None) -> Days:
    low, high = int(groups["low"]), int(groups["high"])
    last = number(groups["year_to"]) if "year_to" in groups else year + ("rel_to" in groups or high < low)
    return dt.date(year, low, 1), calendar.month_end(last, high)


def _years_from(groups: Groups, year: int, _reference: dt.date | None) -> Days:
    return dt.date(year, 1, 1), dt.date(year + number(groups["n"]) - 1, 12, 31)


def _first_months(groups: Groups, year: int, _reference: dt.date | None) -> Days:
    count = number(groups["months"]) if "months" in groups else 3 * number(groups["quarters"])
    return dt.date(year, 1, 1), calendar.month_end(year, count)


def _year(_groups: Groups, year: int, _reference: dt.date | None) -> Days:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _year_start(_groups: Groups, year: int, _reference: dt.date | None) -> Days:
    return dt.date(year, 1, 1), dt.date(year, 3, 31)


def _mid_year(groups: Groups, year: int, reference: dt.date | None) -> Days:
    day = dt.date(year, 6, 30)
    return None, day.replace(year=year + _next_if_past(groups, day, reference))


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
    """Return the day before a season begins, or its last day where 结束前 is said."""
    over = "over" in groups
    for year_of in (year - 1, year, year + 1) if reference and _left_open(groups) else (year,):
        days = calendar.season(groups["season"], year_of)
        due = days and (days[1] if over else days[0] - calendar.DAY)
        if due and (reference is None or not _left_open(groups) or due >= reference):
            return None, due
    return None, None


def _season_of(groups: Groups, year: int, reference: dt.date | None) -> Days:
    """Return the season of a year; one whose year is left open (今冬, said in February) is the one that is not over."""
    name = groups.get("season") or groups.get("bare") or groups["short"]
    for year_of in (year - 1, year, year + 1) if reference and _left_open(groups) else (year,):
        days = calendar.season(name, year_of)
        if days and (reference is None or not _left_open(groups) or days[1] >= reference):
            return days
    return None, None


def _since(groups: Groups, year: int, reference: dt.date | None) -> Days:
    return dt.date(year, int(groups.get("month", "1")), 1), reference


YEARLY: dict[str, Callable[[Groups, int, dt.date | None], Days]] = {
    "day": _day,
    "day_range": _day_range,
    "month": _month,
    "month_range": _months,
    "first_months": _first_months,
    "year": _year,
    "years_from": _years_from,
    "year_start": _year_start,
    "mid_year": _mid_year,
    "half": _half,
    "quarter": _quarter,
    "festival": _festival,
    "season": _season,
    "season_of": _season_of,
    "since": _since,
}
"""How a rule's words are resolved once their year is known, by the rule's value."""
