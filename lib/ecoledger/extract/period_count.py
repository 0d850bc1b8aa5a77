"""Resolves words of time that are counted from the reference date: 三个月内, 本周五前, 月底前."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ecoledger.extract import calendar
from ecoledger.extract.period_year import PARTS, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from ecoledger.extract.period_year import Days, Groups

_HALF_MONTH = 15 * calendar.DAY
_NEW_YEAR = calendar.DAY  # three years from the first of January end with a December
_YEAR_COUNTS = ("n", "within", "use", "time", "effort", "term", "span")
_WEEKDAYS = "一二三四五六日"


def _coming(groups: Groups) -> int:
    """Return 1 where the next week, month or quarter is meant, else 0."""
    return int("next" in groups or "next_in" in groups)


def _month_here(groups: Groups, reference: dt.date) -> Days:
    last = calendar.month_end(reference.year, reference.month + _coming(groups))
    return last.replace(day=1), last


def _month_part_here(groups: Groups, reference: dt.date) -> Days:
    last = calendar.month_end(reference.year, reference.month + _coming(groups))
    begin, end = PARTS[groups["part"]]
    return last.replace(day=begin), last.replace(day=min(end, last.day))


def _from_now(_groups: Groups, reference: dt.date) -> Days:
    return reference, None


def _day_here(groups: Groups, reference: dt.date) -> Days:
    """Return the day of this month, or of the next where it is said, or where this one's is over."""
    count, day = _coming(groups), number(groups["day"])
    if not count and day < reference.day and "here" not in groups:
        count = 1
    day_meant = calendar.month_end(reference.year, reference.month + count).replace(day=day)
    return day_meant, day_meant


def _quarter_here(groups: Groups, reference: dt.date) -> Days:
    last = calendar.month_end(reference.year, (reference.month + 2) // 3 * 3 + 3 * _coming(groups))
    return dt.date(last.year, last.month - 2, 1), last


def _two_years(groups: Groups, reference: dt.date) -> Days:
    first = reference.year + (groups["first"] == "明")
    return dt.date(first, 1, 1), dt.date(first + 1, 12, 31)


def _years(groups: Groups, reference: dt.date) -> Days:
    words = next(groups[name] for name in _YEAR_COUNTS if name in groups)
    due = calendar.add_months(reference, 12 * number(words))
    return reference, due - _NEW_YEAR * ((reference.month, reference.day) == (1, 1))


def _months(groups: Groups, reference: dt.date) -> Days:
    half = _HALF_MONTH * ("half_month" in groups or "half_more" in groups)
    words = next((groups[name] for name in ("n", "use", "next") if name in groups), None)
    months = number(words) if words else 6 * ("half_year" in groups)
    return reference, calendar.add_months(reference, months) + half


def _days_ahead(groups: Groups, reference: dt.date) -> Days:
    count = number(groups["n"])
    if groups["work"].endswith("工作日"):
        return reference, calendar.add_workdays(reference, count)
    if groups["work"] == "小时":
        count = -(-count // 24)
    return reference, reference + count * calendar.DAY


def _weeks(groups: Groups, reference: dt.date) -> Days:
    return reference, reference + 7 * number(groups["n"]) * calendar.DAY


def _week(groups: Groups, reference: dt.date) -> Days:
    monday = reference + (7 * ("next" in groups) - reference.weekday()) * calendar.DAY
    return monday, monday + 6 * calendar.DAY


def _day_beside(groups: Groups, reference: dt.date) -> Days:
    words = groups.get("back") or groups["after"]
    days = {"前": -2, "昨": -1, "明": 1, "后": 2}[words[0]] - ("before" in groups)
    return reference + days * calendar.DAY, reference + days * calendar.DAY


def _last(groups: Groups, reference: dt.date) -> Days:
    """Return the week, month or quarter before the one that runs."""
    if groups["unit"] in ("周", "星期"):
        monday = reference - (reference.weekday() + 7) * calendar.DAY
        return monday, monday + 6 * calendar.DAY
    month = reference.month if groups["unit"] == "月" else (reference.month + 2) // 3 * 3 - 2
    last = reference.replace(month=month, day=1) - calendar.DAY
    return last.replace(day=1, month=last.month - 2 * (groups["unit"] == "季度")), last


def _weekday(groups: Groups, reference: dt.date) -> Days:
    weeks = ("next" in groups) - ("last" in groups)
    monday = reference + (7 * weeks - reference.weekday()) * calendar.DAY
    day = monday + _WEEKDAYS.index(groups["weekday"].replace("天", "日")) * calendar.DAY
    return day, day


def _winter(groups: Groups, reference: dt.date) -> Days:
    """Return the winter that runs, or the next one."""
    name = groups.get("season") or groups["autumn"]
    running = calendar.season(name, reference.year - 1)
    if running and running[1] >= reference:
        return running
    return calendar.season(name, reference.year) or (None, None)


def _years_back(groups: Groups, reference: dt.date) -> Days:
    return calendar.add_months(reference, -12 * number(groups.get("n") or groups["back"])), reference


def _last_year(_groups: Groups, reference: dt.date) -> Days:
    return dt.date(reference.year - 1, 1, 1), dt.date(reference.year - 1, 12, 31)


COUNTED: dict[str, Callable[[Groups, dt.date], Days]] = {
    "month_here": _month_here,
    "month_part_here": _month_part_here,
    "from_now": _from_now,
    "day_here": _day_here,
    "quarter_here": _quarter_here,
    "two_years": _two_years,
    "years": _years,
    "months": _months,
    "days": _days_ahead,
    "weeks": _weeks,
    "week": _week,
    "weekday": _weekday,
    "day_beside": _day_beside,
    "last": _last,
    "winter": _winter,
    "years_back": _years_back,
    "last_year": _last_year,
}
"""How a rule's words are resolved against the reference, by the rule's value."""
