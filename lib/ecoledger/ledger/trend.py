"""Commitments by year and theme, and what the words of one year mark against another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ecoledger.ledger.row import SEPARATOR
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Trend:
    """Commitments of each year, in all and by theme; `undated` are those of reports without a date.

    A commitment may have several themes: `all` and `undated` add up to the whole, themes do not.
    """

    years: tuple[int, ...]
    all: Mapping[int, int]
    themes: Mapping[str, Mapping[int, int]]
    undated: int


def count_years(ledger: Ledger, wanted: Filter, most: int) -> Trend:
    """Return the counts of the last `most` years that have any, themes by frequency. Raises LedgerError."""
    rows = select(ledger, wanted).rows
    years = rows["date"].dt.year
    counts = years.value_counts()
    last = sorted(int(year) for year in counts.index)[-most:]
    lists = rows.groupby([rows["themes"], years.rename("year")], observed=True).size()
    themes: dict[str, dict[int, int]] = {}
    for listed, year, count in lists.reset_index().itertuples(index=False):
        for theme in filter(None, str(listed).split(SEPARATOR)):
            held = themes.setdefault(theme, dict.fromkeys(last, 0))
            if year in held:
                held[int(year)] += int(count)
    ranked = sorted(themes.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return Trend(
        tuple(last),
        {year: int(counts[year]) for year in last},
        {theme: held for theme, held in ranked if any(held.values())},
        int(np.isnat(rows["date"].to_numpy()).sum()),
    )
