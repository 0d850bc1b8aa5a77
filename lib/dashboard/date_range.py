"""Ranges of dates that people ask for by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter

THIS_YEAR, LAST_YEAR, THREE_YEARS = "本年", "去年", "近三年"
_PLANS = {"“十三五”": 2016, "“十四五”": 2021, "“十五五”": 2026}
"""First years of the five-year plans of the nation."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first day to the last, both within; None where it is open."""

    since: dt.date | None
    until: dt.date | None


def list_ranges(on: dt.date) -> Mapping[str, DateRange]:
    """Return the ranges by their names, as they are meant on the day `on`."""
    year = on.year
    years = {THIS_YEAR: (year, year), LAST_YEAR: (year - 1, year - 1), THREE_YEARS: (year - 2, year)}
    years |= {name: (first, first + 4) for name, first in reversed(_PLANS.items()) if first <= year}
    return {
        name: DateRange(dt.date(first, 1, 1), dt.date(last, 12, 31)) for name, (first, last) in years.items()
    }


def find_range(wanted: Filter, on: dt.date) -> str | None:
    """Return the name of the range that a filter holds, None where it has none."""
    held = DateRange(wanted.since, wanted.until)
    return next((name for name, named in list_ranges(on).items() if named == held), None)
