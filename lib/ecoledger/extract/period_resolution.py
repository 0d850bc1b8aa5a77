"""Resolves words of time into days, against a reference date that is always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ecoledger.extract import calendar
from ecoledger.extract.period_count import COUNTED
from ecoledger.extract.period_year import YEARLY, Days, Groups, number, year_meant
from ecoledger.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable

Ends = tuple[dt.date | None, dt.date | None, Certainty]

_OPEN: Ends = (None, None, "vague")
_GUESSED = ("season", "season_of", "winter", "year_start")  # they begin at different days in different places
_CENTURY_MIDDLE = dt.date(2050, 12, 31)
_HUNDREDTH_YEAR = dt.date(2049, 12, 31)
_EDGES = {
    "开局": 0,
    "起步": 0,
    "首": 0,
    "收官": 1,
    "决胜": 1,
    "最后": 1,
}  # 0 the first year of a plan, 1 the last
# the opening days of the national congresses of the Communist Party of China
_CONGRESSES = {
    "十八大": dt.date(2012, 11, 8),
    "十九大": dt.date(2017, 10, 18),
    "二十大": dt.date(2022, 10, 16),
}


def resolve_period(manner: str, groups: Groups, reference: dt.date | None) -> Ends:
    """Return first day, last day and certainty of words of time.

    `manner` is a rule's value in rules/deadline.toml, `groups` its named groups that hold words. What cannot be
    resolved (a 31st of June, an end before its beginning, no reference to count from) is open: no days, vague.
    """
    try:
        begin, due = _days(manner, groups, reference)
    except (ValueError, OverflowError):
        return _OPEN
    if (begin is None and due is None) or (begin and due and due < begin):
        return _OPEN
    if manner in _GUESSED:
        return begin, due, "vague"
    return begin, due, "explicit" if "year" in groups or manner == "year_range" else "derived"


def _days(manner: str, groups: Groups, reference: dt.date | None) -> Days:
    if manner in _FIXED:
        return _FIXED[manner](groups)
    if manner == "congress":
        return _CONGRESSES[groups["congress"].removeprefix("党的")], reference
    if manner == "plan_since":
        return _plan(groups)[0], reference
    if manner in YEARLY:
        year = year_meant(groups, reference)
        return (None, None) if year is None else YEARLY[manner](groups, year, reference)
    if reference is None or manner == "none":
        return None, None
    return COUNTED[manner](groups, reference)


def _year_range(groups: Groups) -> Days:
    low = int(groups["low"])
    high = int(groups["high"]) if len(groups["high"]) == 4 else low // 100 * 100 + int(groups["high"])
    if high < low:
        return None, None
    if "season" in groups:
        return calendar.season(groups["season"], low) or (None, None)
    return dt.date(low, 1, 1), dt.date(high, 12, 31)


def _plan(groups: Groups) -> Days:
    years = calendar.plan_years(groups["plan"])
    return (dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)) if years else (None, None)


def _plan_part(groups: Groups) -> Days:
    """Return the first years of a plan (前三年), or its last (后两年)."""
    years, count = calendar.plan_years(groups["plan"]), number(groups["n"])
    if years is None:
        return None, None
    first, last = (years[0], years[0] + count - 1) if "first" in groups else (years[1] - count + 1, years[1])
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _plan_edge(groups: Groups) -> Days:
    years = calendar.plan_years(groups["plan"])
    edge = _EDGES.get(groups["edge"])
    if years is None or edge is None:
        return None, None
    return dt.date(years[edge], 1, 1), dt.date(years[edge], 12, 31)


def _century(groups: Groups) -> Days:
    return None, _HUNDREDTH_YEAR if "hundredth" in groups else _CENTURY_MIDDLE


_FIXED: dict[str, Callable[[Groups], Days]] = {
    "year_range": _year_range,
    "plan": _plan,
    "plan_part": _plan_part,
    "plan_edge": _plan_edge,
    "century": _century,
}
