"""Which indicators have numbers, most first; and which numbers belong to none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ecoledger.indicators.official import list_pools, pool_of
from ecoledger.ledger.promise import list_promises

if TYPE_CHECKING:
    from ecoledger.ledger.selection import Selection


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Words with a number that no indicator of the catalogue stands for, and the unit of that number."""

    words: str
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Numbers promised: by indicator (the code that its pool has), most first, and those of none."""

    indicators: dict[str, int]
    unmatched: tuple[Unmatched, ...]
    without: int
    total: int


def rank_indicators(found: Selection) -> Ranking:
    """Return the counts for the commitments that pass."""
    return found.facts.remember(("ranking", found.wanted), lambda: _rank(found))


def promised(found: Selection) -> pd.DataFrame:
    """Return the lines of `list_promises` that belong to commitments that pass."""
    return found.lines(list_promises(found.facts))


def _rank(found: Selection) -> Ranking:
    lines = promised(found)
    codes = lines["indicator_code"]
    counts = np.bincount(codes.cat.codes.to_numpy() + 1, minlength=len(codes.cat.categories) + 1)
    pooled: Counter[str] = Counter()
    for code, count in zip(codes.cat.categories, counts[1:], strict=True):
        if count:
            pooled[pool_of(code) or code] += int(count)
    known = set(list_pools())
    ranked = sorted(((c, n) for c, n in pooled.items() if c in known), key=lambda item: (-item[1], item[0]))
    return Ranking(dict(ranked), _unmatched(lines[codes.isna()]), int(counts[0]), len(lines))


def _unmatched(lines: pd.DataFrame) -> tuple[Unmatched, ...]:
    grouped = lines.groupby(["indicator", "unit"], observed=True, sort=False, dropna=False).size()
    listed = [
        Unmatched("" if pd.isna(words) else str(words), "" if pd.isna(unit) else str(unit), int(count))
        for words, unit, count in grouped.reset_index().itertuples(index=False)
    ]
    return tuple(sorted(listed, key=lambda one: (-one.count, one.words, one.unit)))
