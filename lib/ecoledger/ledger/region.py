"""What each place has, for the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

MapLevel = Literal["province", "prefecture", "county"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a place, with all places below it, has."""

    reports: int = 0
    meetings: int = 0
    commitments: int = 0
    with_target: int = 0
    with_deadline: int = 0
    with_body: int = 0


def measure_regions(
    ledger: Ledger, wanted: Filter, level: MapLevel = "province", parent: str | None = None
) -> Mapping[str, Measure]:
    """Return the measures by code of place, at `level`, of places within `parent` (all of China when None).

    Where the path of a place has no such level, the next below stands in (the districts of a municipality at
    `prefecture`), else the one above: what a province itself reports stands under its own code, what has no
    known place under UNKNOWN. The values add up to the whole. Raises LedgerError.
    """
    found = select(ledger, wanted)
    reports, rows = (_within(frame, parent) for frame in (found.reports, found.rows))
    filed = _sums(reports, level, ("meeting",))
    counted = _sums(rows, level, ("has_target", "has_deadline", "has_body"))
    return {code: Measure(*figures, *counted.get(code, ())) for code, figures in filed.items()}


def _sums(frame: pd.DataFrame, level: MapLevel, flags: tuple[str, ...]) -> Mapping[str, tuple[int, ...]]:
    """Return by code of place how many rows there are, and in how many each flag holds."""
    grouped = frame[list(flags)].groupby(_code(frame, level))
    counts = grouped.sum()
    counts.insert(0, "all", grouped.size())
    return {str(code): tuple(map(int, figures)) for code, *figures in counts.itertuples()}


def _code(frame: pd.DataFrame, level: MapLevel) -> pd.Series[str]:
    first, *others = {
        "province": ("province",),
        "prefecture": ("prefecture", "county", "province"),
        "county": ("county", "prefecture", "province"),
    }[level]
    codes = frame[first].astype(object)
    for other in others:
        codes = codes.where(codes.notna(), frame[other].astype(object))
    return codes.fillna(UNKNOWN)


def _within(frame: pd.DataFrame, parent: str | None) -> pd.DataFrame:
    if parent is None:
        return frame
    return frame[(frame["province" if parent.endswith("0000") else "prefecture"] == parent).to_numpy()]
