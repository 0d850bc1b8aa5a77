"""The days of a month with what falls due on each, in weeks that begin on Monday."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.deadline.month import last_day

if TYPE_CHECKING:
    from ecoledger.ledger.selection import Selection

SHOWN = 3
"""Commitments of a day that are told in words."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar: how many commitments fall due, and the inner keys of the first few."""

    date: dt.date
    count: int = 0
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month in weeks; None stands for the days of its neighbours."""

    month: dt.date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the month."""
        return tuple(day for week in self.weeks for day in week if day is not None)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The inner keys of the commitments that are told in words."""
        return tuple(number for day in self.days for number in day.numbers)

    @property
    def total(self) -> int:
        """How much falls due in the month."""
        return sum(day.count for day in self.days)


def build_calendar(found: Selection, month: dt.date) -> Calendar:
    """Return the month with what falls due in it, by the earliest dated deadline of each commitment."""
    frame = found.facts.commitments
    due = frame["due"].to_numpy()
    begin, end = np.datetime64(month), np.datetime64(last_day(month))
    rows = np.flatnonzero(found.chosen & (due >= begin) & (due <= end))
    ordinals = (due[rows].astype("datetime64[D]") - begin).astype(int)
    numbers = frame["number"].to_numpy()[rows]
    days: list[Day | None] = [None] * month.weekday()
    for at in range(last_day(month).day):
        of_day = numbers[ordinals == at]
        days.append(Day(month + dt.timedelta(days=at), len(of_day), tuple(of_day[:SHOWN].tolist())))
    days += [None] * (-len(days) % _WEEK)
    return Calendar(month, tuple(tuple(days[at : at + _WEEK]) for at in range(0, len(days), _WEEK)))
