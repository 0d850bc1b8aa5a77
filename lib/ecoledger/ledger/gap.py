"""What commitments lack to be followed up: a number, a day, a body; in all and for each place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from ecoledger.ledger.placing import place_rows
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.condition import Mask
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.placing import MapLevel
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger

LACKS = ("has_number", "has_deadline", "has_body")
"""Conditions of a filter, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many commitments there are, how many lack each of LACKS, how many all three and how many nothing."""

    commitments: int = 0
    has_number: int = 0
    has_deadline: int = 0
    has_body: int = 0
    everything: int = 0
    nothing: int = 0

    def share(self, name: str) -> float:
        """Return the share of the commitments that a field counts, 0 where there are none."""
        count: int = getattr(self, name)
        return count / self.commitments if self.commitments else 0.0


def count_gaps(ledger: Ledger, wanted: Filter) -> Gaps:
    """Return what the commitments lack that pass. Raises LedgerError."""
    return Gaps(*(int(mask.sum()) for mask in _masks(select(ledger, wanted))))


def count_gaps_by_place(
    ledger: Ledger, wanted: Filter, level: MapLevel, parent: str | None
) -> Mapping[str, Gaps]:
    """Return the same by code of place, for places that have a commitment that passes. Raises LedgerError.

    Codes, level and parent are those of `placing.place_rows`.
    """
    found = select(ledger, wanted)
    placing = place_rows(found.facts, level, parent)
    columns = (placing.count_rows(mask).tolist() for mask in _masks(found))
    counted = {
        code: Gaps(*figures) for code, figures in zip(placing.codes, zip(*columns, strict=True), strict=True)
    }
    return {code: gaps for code, gaps in counted.items() if gaps.commitments}


def _masks(found: Selection) -> tuple[Mask, ...]:
    """Return which commitments each field of Gaps counts."""
    rows = found.facts.commitments
    lacks = [found.chosen & ~rows[name].to_numpy() for name in LACKS]
    everything = reduce(np.logical_and, lacks)
    nothing = found.chosen & ~reduce(np.logical_or, lacks)
    return found.chosen, *lacks, everything, nothing
