"""Resolves words of time into days, against a reference date that is always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ecoledger.extract import calendar
from ecoledger.extract.period_year import YEARLY, Days, Groups, number, year_meant
from ecoledger.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable

Ends = tuple[dt.date | None, dt.date | None, Certainty]

_OPEN: Ends = (None, None, "vague")
_GUESSED = ("season", "winter")  # seasons begin at different days in different places
_WEEKDAYS = "一二三四五六日"
_CENTURY_MIDDLE = dt.date(2050, 12, 31)
# the opening days of the national congresses of the Communist Party of China
_CONGRESSES = {
    "十八大": dt.date(2012, 11, 8),
    "十九大": dt.date(2017, 10, 18),
    "二十大": dt.date(2022, 10, 16),
}


def resolve_period(manner: str, groups: Groups, reference: dt.date | None) -> Ends:
    """Return first day, last day and certainty of words of time.

    `manner` is a rule's value in rules/deadline.toml, `groups` its named groups that hold words. What cannot be
    resolved (a 31st of June, no reference to count from) is open: no days, vague.
    """
    try:
        begin, due = _days(manner, groups, reference)
    except (ValueError, OverflowError):
        return _OPEN
    if begin is None and due is None:
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
    return _COUNTED[manner](groups, reference)


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


def _plan_edge(groups: Groups) -> Days:
    years = calendar.plan_years(groups["plan"])
    edge = {"开局": 0, "起步": 0, "收官": 1, "决胜": 1}.get(groups["edge"])
    if years is None or edge is None:
        return None, None
    return dt.date(years[edge], 1, 1), dt.date(years[edge], 12, 31)


def _century(_groups: Groups) -> Days:
    return None, _CENTURY_MIDDLE


def _month_here(groups: Groups, reference: dt.date) -> Days:
    last = calendar.month_end(reference.year, reference.month + ("next" in groups))
    return last.replace(day=1), last


def _quarter_here(_groups: Groups, reference: dt.date) -> Days:
    last = (reference.month + 2) // 3 * 3
    return dt.date(reference.year, last - 2, 1), calendar.month_end(reference.year, last)


def _years(groups: Groups, reference: dt.date) -> Days:
    words = next(groups[name] for name in ("n", "within", "use", "time") if name in groups)
    return reference, calendar.add_months(reference, 12 * number(words))


def _months(groups: Groups, reference: dt.date) -> Days:
    months = 6 if "half" in groups else number(groups.get("n") or groups["use"])
    return reference, calendar.add_months(reference, months)


def _days_ahead(groups: Groups, reference: dt.date) -> Days:
    count = number(groups["n"])
    if groups["work"].endswith("工作日"):
        return reference, calendar.add_workdays(reference, count)
    return reference, reference + count * calendar.DAY


def _weeks(groups: Groups, reference: dt.date) -> Days:
    return reference, reference + 7 * number(groups["n"]) * calendar.DAY


def _week(groups: Groups, reference: dt.date) -> Days:
    monday = reference + (7 * ("next" in groups) - reference.weekday()) * calendar.DAY
    return monday, monday + 6 * calendar.DAY


def _weekday(groups: Groups, reference: dt.date) -> Days:
    monday = reference + (7 * ("next" in groups) - reference.weekday()) * calendar.DAY
    day = monday + _WEEKDAYS.index(groups["weekday"].replace("天", "日")) * calendar.DAY
    return day, day


def _winter(groups: Groups, reference: dt.date) -> Days:
    """Return the winter that runs, or the next one."""
    name = groups.get("season") or groups["autumn"]
    return calendar.season(name, reference.year - (reference.month <= 3)) or (None, None)


def _years_back(groups: Groups, reference: dt.date) -> Days:
    return calendar.add_months(reference, -12 * number(groups.get("n") or groups["back"])), reference


def _last_year(_groups: Groups, reference: dt.date) -> Days:
    return dt.date(reference.year - 1, 1, 1), dt.date(reference.year - 1, 12, 31)


_FIXED: dict[str, Callable[[Groups], Days]] = {
    "year_range": _year_range,
    "plan": _plan,
    "plan_edge": _plan_edge,
    "century": _century,
}
_COUNTED: dict[str, Callable[[Groups, dt.date], Days]] = {
    "month_here": _month_here,
    "quarter_here": _quarter_here,
    "years": _years,
    "months": _months,
    "days": _days_ahead,
    "weeks": _weeks,
    "week": _week,
    "weekday": _weekday,
    "winter": _winter,
    "years_back": _years_back,
    "last_year": _last_year,
}
