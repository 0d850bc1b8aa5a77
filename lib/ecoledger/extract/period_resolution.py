"""Resolves words of time into days, against a reference date that is always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ecoledger.extract import calendar
from ecoledger.extract.numeral import read_numeral
from ecoledger.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable

_RELATIVE = {"去年": -1, "上年": -1, "明年": 1, "次年": 1, "来年": 1, "翌年": 1, "后年": 2}
_WEEKDAYS = "一二三四五六日"
_CENTURY_MIDDLE = dt.date(2050, 12, 31)
_CONGRESS = {"十八大": dt.date(2012, 11, 8), "十九大": dt.date(2017, 10, 18), "二十大": dt.date(2022, 10, 16)}

Ends = tuple[dt.date | None, dt.date | None, Certainty]
OPEN: Ends = (None, None, "vague")


def resolve_period(manner: str, groups: dict[str, str], reference: dt.date | None) -> Ends:
    """Return first day, last day and certainty of words of time.

    `manner` is a rule's value in rules/deadline.toml, `groups` its named groups that hold words. What cannot be
    resolved (a 31st of June, no reference to count from) is open: no days, vague.
    """
    try:
        return _RESOLVERS[manner](groups, reference)
    except (ValueError, OverflowError):
        return OPEN


def _number(words: str) -> int:
    value = read_numeral(words)
    if value is None:
        raise ValueError(f"no number: {words}")
    return int(value)


def _year(groups: dict[str, str], reference: dt.date | None) -> tuple[int | None, Certainty]:
    """Return the year that is named, else the one that is meant; None where there is nothing to count from."""
    if "year" in groups:
        return int(groups["year"]), "explicit"
    if reference is None:
        return None, "vague"
    return reference.year + _RELATIVE.get(groups.get("rel", ""), 0), "derived"


def _ahead(groups: dict[str, str], due: dt.date, reference: dt.date | None) -> bool:
    """Tell whether 3月底前, written in November, means the next year's."""
    named = "year" in groups or "rel" in groups
    return not named and "before" in groups and reference is not None and due < reference


def _day(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    day = dt.date(year, _number(groups["month"]), _number(groups["day"]))
    if _ahead(groups, day, reference):
        day = day.replace(year=year + 1)
    return day, day, certainty


def _month(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    month = _number(groups["month"])
    if _ahead(groups, calendar.month_end(year, month), reference):
        year += 1
    if "part" in groups:
        days = {"上旬": (1, 10), "中旬": (11, 20)}.get(groups["part"])
        last = calendar.month_end(year, month)
        first = dt.date(year, month, days[0] if days else 21)
        return first, first.replace(day=days[1]) if days else last, certainty
    first = dt.date(year, month, 1)
    if "before" in groups and "end" not in groups:
        return None, first - calendar.DAY, certainty
    return first, calendar.month_end(year, month), certainty


def _month_here(groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    month = reference.month + ("next" in groups)
    last = calendar.month_end(reference.year, month)
    return last.replace(day=1), last, "derived"


def _month_range(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    return dt.date(year, int(groups["low"]), 1), calendar.month_end(year, int(groups["high"])), certainty


def _whole_year(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    return dt.date(year, 1, 1), dt.date(year, 12, 31), certainty


def _year_range(groups: dict[str, str], _reference: dt.date | None) -> Ends:
    low = int(groups["low"])
    high = int(groups["high"]) if len(groups["high"]) == 4 else low // 100 * 100 + int(groups["high"])
    if high < low:
        return OPEN
    if "season" in groups:
        months = calendar.season(groups["season"], low)
        return (months[0], months[1], "explicit") if months else OPEN
    return dt.date(low, 1, 1), dt.date(high, 12, 31), "explicit"


def _half(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    first = 1 if groups["half"] == "上半年" else 7
    return dt.date(year, first, 1), calendar.month_end(year, first + 5), certainty


def _quarter(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    last = 3 * _number(groups["quarter"])
    return dt.date(year, last - 2, 1), calendar.month_end(year, last), certainty


def _quarter_here(_groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    last = (reference.month + 2) // 3 * 3
    return dt.date(reference.year, last - 2, 1), calendar.month_end(reference.year, last), "derived"


def _plan(groups: dict[str, str], _reference: dt.date | None) -> Ends:
    years = calendar.plan_years(groups["plan"])
    if years is None:
        return OPEN
    return dt.date(years[0], 1, 1), dt.date(years[1], 12, 31), "derived"


def _plan_since(groups: dict[str, str], reference: dt.date | None) -> Ends:
    return _plan(groups, reference)[0], reference, "derived"


def _plan_edge(groups: dict[str, str], _reference: dt.date | None) -> Ends:
    years = calendar.plan_years(groups["plan"])
    named = {"开局": 0, "起步": 0, "收官": 1, "决胜": 1}.get(groups["edge"])
    if years is None or named is None:
        return OPEN
    return dt.date(years[named], 1, 1), dt.date(years[named], 12, 31), "derived"


def _years(groups: dict[str, str], reference: dt.date | None) -> Ends:
    words = groups.get("n") or groups.get("within") or groups["use"]
    if reference is None:
        return OPEN
    return reference, calendar.add_months(reference, 12 * _number(words)), "derived"


def _months(groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    return (
        reference,
        calendar.add_months(reference, 6 if "half" in groups else _number(groups["n"])),
        "derived",
    )


def _days(groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    count = _number(groups["n"])
    if groups["work"].endswith("工作日"):
        return reference, calendar.add_workdays(reference, count), "derived"
    return reference, reference + count * calendar.DAY, "derived"


def _weeks(groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    return reference, reference + 7 * _number(groups["n"]) * calendar.DAY, "derived"


def _week(groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    monday = reference + (7 * ("next" in groups) - reference.weekday()) * calendar.DAY
    return monday, monday + 6 * calendar.DAY, "derived"


def _weekday(groups: dict[str, str], reference: dt.date | None) -> Ends:
    monday, _, _ = _week(groups, reference)
    if monday is None:
        return OPEN
    day = monday + _WEEKDAYS.index(groups["weekday"].replace("天", "日")) * calendar.DAY
    return day, day, "derived"


def _festival(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    name = groups["festival"]
    day = calendar.festival(name, year)
    if day and reference and "year" not in groups and "rel" not in groups and day <= reference:
        day = calendar.festival(name, year + 1)
    return (None, day - calendar.DAY, "explicit" if certainty == "explicit" else "derived") if day else OPEN


def _season(groups: dict[str, str], reference: dt.date | None) -> Ends:
    year, _ = _year(groups, reference)
    if year is None:
        return OPEN
    months = calendar.season(groups["season"], year)
    if months and reference and "rel" not in groups and months[0] <= reference:
        months = calendar.season(groups["season"], year + 1)
    return (None, months[0] - calendar.DAY, "vague") if months else OPEN


def _winter(_groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    months = calendar.season("今冬明春", reference.year - (reference.month <= 3))
    return (months[0], months[1], "vague") if months else OPEN


def _since(groups: dict[str, str], reference: dt.date | None) -> Ends:
    if "congress" in groups:
        return _CONGRESS[groups["congress"].removeprefix("党的")], reference, "derived"
    year, certainty = _year(groups, reference)
    if year is None:
        return OPEN
    return dt.date(year, int(groups.get("month", "1")), 1), reference, certainty


def _years_back(groups: dict[str, str], reference: dt.date | None) -> Ends:
    words = groups.get("n") or groups["back"]
    if reference is None:
        return OPEN
    return calendar.add_months(reference, -12 * _number(words)), reference, "derived"


def _last_year(_groups: dict[str, str], reference: dt.date | None) -> Ends:
    if reference is None:
        return OPEN
    return dt.date(reference.year - 1, 1, 1), dt.date(reference.year - 1, 12, 31), "derived"


def _open(_groups: dict[str, str], _reference: dt.date | None) -> Ends:
    return OPEN


def _century(_groups: dict[str, str], _reference: dt.date | None) -> Ends:
    return None, _CENTURY_MIDDLE, "derived"


_RESOLVERS: dict[str, Callable[[dict[str, str], dt.date | None], Ends]] = {
    "day": _day,
    "month": _month,
    "month_here": _month_here,
    "month_range": _month_range,
    "year": _whole_year,
    "year_range": _year_range,
    "half": _half,
    "quarter": _quarter,
    "quarter_here": _quarter_here,
    "century": _century,
    "plan": _plan,
    "plan_since": _plan_since,
    "plan_edge": _plan_edge,
    "years": _years,
    "months": _months,
    "days": _days,
    "weeks": _weeks,
    "week": _week,
    "weekday": _weekday,
    "festival": _festival,
    "season": _season,
    "winter": _winter,
    "since": _since,
    "years_back": _years_back,
    "last_year": _last_year,
    "none": _open,
}
