"""Which place of a map each report and each commitment counts for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from ecoledger.ledger.filter import UNKNOWN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ecoledger.ledger.condition import Mask
    from ecoledger.ledger.facts import Facts

MapLevel = Literal["province", "prefecture", "county"]

_LEVELS: dict[MapLevel, tuple[str, ...]] = {
    "province": ("province",),
    "prefecture": ("prefecture", "county", "province"),
    "county": ("county", "prefecture", "province"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Placing:
    """`codes` are those of the places.

    `reports` and `rows` hold for each report and commitment of the facts which of these it counts for, and as many as
    there are codes where it lies elsewhere.
    """

    codes: tuple[str, ...]
    reports: NDArray[np.int64]
    rows: NDArray[np.int64]

    def count_reports(self, chosen: Mask) -> NDArray[np.int64]:
        """Return how many of the `chosen` reports each place has, in the order of the codes."""
        return _count(self.reports[chosen], len(self.codes))

    def count_rows(self, chosen: Mask) -> NDArray[np.int64]:
        """Return how many of the `chosen` commitments each place has, in the order of the codes."""
        return _count(self.rows[chosen], len(self.codes))


def place_rows(facts: Facts, level: MapLevel = "province", parent: str | None = None) -> Placing:
    """Return the places at `level` within `parent` (all of China when None) that have a report.

    Where the path of a place has no such level, the next below stands in (the districts of a municipality at
    `prefecture`), else the one above: what a province itself reports stands under its own code, what has no
    known place under UNKNOWN.
    """
    key = ("placing", level, parent)
    held: Placing | None = facts.held.get(key)
    if held is None:
        held = facts.held[key] = _place(facts, level, parent)
    return held


def _place(facts: Facts, level: MapLevel, parent: str | None) -> Placing:
    codes = _codes(facts.reports, level)
    if parent is not None:
        above = facts.reports["province" if parent.endswith("0000") else "prefecture"]
        codes = codes.where((above == parent).to_numpy())
    numbers, names = pd.factorize(codes, sort=True)
    numbers = np.where(numbers < 0, len(names), numbers).astype(np.int64)
    return Placing(tuple(map(str, names)), numbers, numbers[facts.commitments["report"].to_numpy()])


def _codes(reports: pd.DataFrame, level: MapLevel) -> pd.Series[Any]:
    first, *others = _LEVELS[level]
    codes = reports[first].astype(object)
    for other in others:
        codes = codes.where(codes.notna(), reports[other].astype(object))
    return codes.where(codes.notna(), UNKNOWN)


def _count(numbers: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    return np.bincount(numbers, minlength=most + 1)[:most]
