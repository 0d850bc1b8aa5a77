"""Dates of the Gregorian year, five-year plans, seasons and feasts; nothing here asks the clock.

The lunar feasts and the solar terms are those of borax, which holds the almanac of 1900 to 2100.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from ecoledger.lexicon.loader import load_table, words

DAY = dt.timedelta(days=1)
_LUNAR_YEARS = range(1900, 2101)


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month; months beyond 12 run on into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year + month // 12, month % 12 + 1, 1) - DAY


def add_months(day: dt.date, count: int) -> dt.date:
    """Return the same day `count` months later, or the month's last day where it has no such day."""
    end = month_end(day.year, day.month + count)
    return end.replace(day=min(day.day, end.day))


def add_workdays(day: dt.date, count: int) -> dt.date:
    """Return the day `count` weekdays later; public holidays are not known here and count as weekdays."""
    day -= max(0, day.weekday() - 4) * DAY
    weeks, rest = divmod(count, 5)
    over = 2 if day.weekday() + rest > 4 else 0
    return day + (7 * weeks + rest + over) * DAY


def plan_years(name: str) -> tuple[int, int] | None:
    """Return the first and last year of a five-year plan (十四五), or None when it is not known."""
    for row in load_table("plan_period", ("name", "first_year", "last_year"), key="name"):
        if row["name"] == name:
            return int(row["first_year"]), int(row["last_year"])
    return None


def festival(name: str, year: int) -> dt.date | None:
    """Return the day of a feast or solar term in `year`, or None when it is not known.

    Its year is that of the feast itself: 2025年除夕 is the eve of the spring festival of 2025.
    """
    row = _feasts().get(name.strip("“”\"'‘’"))
    if row is None or year not in _LUNAR_YEARS:
        return None
    calendar, month, day = row
    if calendar == "solar":
        return dt.date(year, int(month), int(day))
    return _almanac(calendar, year, month, day)


def season(name: str, year: int) -> tuple[dt.date, dt.date] | None:
    """Return the usual first and last day of a season that begins in `year`; places differ, so it is a guess."""
    columns = ("name", "aliases", "first_month", "last_month")
    for row in load_table("calendar_season", columns, key="name"):
        if name in (row["name"], *words(row["aliases"])):
            first, last = int(row["first_month"]), int(row["last_month"])
            return dt.date(year, first, 1), month_end(year, last + (12 if last < first else 0))
    return None


@cache
def _feasts() -> dict[str, tuple[str, str, str]]:
    columns = ("name", "aliases", "calendar", "month", "day")
    return {
        name: (row["calendar"], row["month"], row["day"])
        for row in load_table("calendar_festival", columns, key="name")
        for name in (row["name"], *words(row["aliases"]))
    }


@cache
def _almanac(calendar: str, year: int, month: str, day: str) -> dt.date:
    """Return a solar term (its name stands as `month`), or a day of the lunar year that begins in `year`.

    Day 0 is the one before the month begins.
    """
    # only a text that names such a day pays for the import; borax ships no types
    from borax.calendars.lunardate import LunarDate, TermUtils  # type: ignore[import-untyped]  # noqa: PLC0415

    if calendar == "term":
        term: dt.date = TermUtils.nth_term_day(year, term_name=month)
        return term
    first: dt.date = LunarDate(year, int(month), 1).to_solar_date()
    return first + (int(day) - 1) * DAY
