"""Commitments by the month they fall due and by their light; what has no day stands apart, and all adds up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.deadline.month import add_months, last_day
from ecoledger.ledger.condition import light_codes
from ecoledger.ledger.light import LIGHTS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.selection import Selection

DATED: tuple[Light, ...] = ("overdue", "near", "course")
MONTHS = 12
"""Months on the board."""
SHOWN = 4
"""Commitments of a column that are told in words."""


@dataclass(frozen=True, slots=True)
class Column:
    """What falls due from `since` to `until` (None: from ever, for ever): how much of each light, and the first few.

    `numbers` are inner keys, the soonest due first; before the months of the board the latest first.
    """

    since: dt.date | None
    until: dt.date | None
    counts: Mapping[Light, int]
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """How much falls due in all."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Board:
    """Columns in time, and how much has each light; `lights` adds up to `total`."""

    columns: tuple[Column, ...]
    lights: Mapping[Light, int]

    @property
    def total(self) -> int:
        """How many commitments pass the filter."""
        return sum(self.lights.values())

    @property
    def numbers(self) -> tuple[int, ...]:
        """The inner keys of the commitments that are told in words."""
        return tuple(number for column in self.columns for number in column.numbers)

    @property
    def dated(self) -> int:
        """How many have a day."""
        return sum(self.lights[light] for light in DATED)


def build_board(found: Selection, rule: LightRule, first: dt.date) -> Board:
    """Return the board of `MONTHS` months from `first`, with a column for all before and one for all after."""
    rows = np.flatnonzero(found.chosen)
    frame = found.facts.commitments
    due = frame["due"].to_numpy()[rows].astype("datetime64[D]")
    codes = light_codes(found.facts, rule)[rows]
    dated = np.flatnonzero(~np.isnat(due))
    dated = dated[np.argsort(due[dated], kind="stable")]
    due = due[dated]
    numbers, of_dated = frame["number"].to_numpy()[rows[dated]], codes[dated]
    months = [add_months(first, at) for at in range(MONTHS)]
    bounds: list[tuple[dt.date | None, dt.date | None]] = [(month, last_day(month)) for month in months]
    bounds = [(None, _day_before(first)), *bounds, (add_months(first, MONTHS), None)]
    columns = []
    for since, until in bounds:
        begin = 0 if since is None else int(np.searchsorted(due, np.datetime64(since), "left"))
        end = len(due) if until is None else int(np.searchsorted(due, np.datetime64(until), "right"))
        told = numbers[begin:end][-SHOWN:][::-1] if since is None else numbers[begin:end][:SHOWN]
        columns.append(Column(since, until, _counted(of_dated[begin:end], DATED), tuple(told.tolist())))
    return Board(tuple(columns), _counted(codes, LIGHTS))


def narrow(
    wanted: Filter,
    rule: LightRule,
    light: Light | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Filter:
    """Return the filter for the rows of `wanted` that have this light and fall due within these days."""
    begins = [day for day in (wanted.due_since, since) if day]
    ends = [day for day in (wanted.due_until, until) if day]
    narrowed = replace(wanted, due_since=max(begins, default=None), due_until=min(ends, default=None))
    return replace(narrowed, lights=(light,), light_rule=rule) if light else narrowed


def _day_before(first: dt.date) -> dt.date:
    return last_day(add_months(first, -1))


def _counted(codes: NDArray[Any], lights: tuple[Light, ...]) -> dict[Light, int]:
    counts = np.bincount(codes, minlength=len(LIGHTS))
    return {light: int(counts[LIGHTS.index(light)]) for light in lights}
