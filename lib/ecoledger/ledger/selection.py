"""What passes a filter: rows of the facts, worked out once for each filter and shared by all who count them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from ecoledger.ledger.condition import commitment_masks, light_codes, report_masks
from ecoledger.ledger.facts import read_facts
from ecoledger.ledger.light import LIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd
    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from ecoledger.ledger.condition import Mask
    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """What passes: `chosen` says which commitments, `filed` which reports, `masks` which commitments a condition leaves.

    A report passes when it is filed as wanted and, where a condition speaks of commitments, holds one that passes.
    """

    facts: Facts
    wanted: Filter
    chosen: Mask
    filed: Mask
    masks: Mapping[str, Mask]

    @property
    def rows(self) -> pd.DataFrame:
        """The commitments that pass, as `Facts.commitments` tells them; the index is the row there."""
        return self.facts.commitments[self.chosen]

    @property
    def reports(self) -> pd.DataFrame:
        """The reports that pass, as `Facts.reports` tells them; the index is the row there."""
        return self.facts.reports[self.filed]

    def lines(self, part: pd.DataFrame) -> pd.DataFrame:
        """Return the lines of `facts.targets`, `.deadlines` or `.bodies` that belong to commitments that pass."""
        lines: pd.DataFrame = part[self.chosen[part["row"].to_numpy()]]
        return lines

    def lights(self, rule: LightRule) -> NDArray[Any]:
        """Return the light of each of `rows`, as words."""
        return np.array(LIGHTS, dtype=object)[light_codes(self.facts, rule)[self.chosen]]

    def passing(self, *ignored: str) -> Mask:
        """Return which commitments pass when the conditions `ignored` are taken away."""
        return _all_of((mask for name, mask in self.masks.items() if name not in ignored), len(self.chosen))


def select(ledger: Ledger, wanted: Filter) -> Selection:
    """Return what passes in the ledger as it stands. Raises LedgerError."""
    with ledger.read() as connection:
        return read_selection(ledger, connection, wanted)


def read_selection(ledger: Ledger, connection: Connection, wanted: Filter) -> Selection:
    """Return what passes in the state that `connection` sees."""
    facts = read_facts(ledger, connection)
    return facts.remember(wanted, lambda: _select(facts, wanted, connection))


def _select(facts: Facts, wanted: Filter, connection: Connection) -> Selection:
    of_reports = report_masks(facts, wanted)
    filed = _all_of(of_reports.values(), len(facts.reports))
    owners = facts.commitments["report"].to_numpy()
    masks = {name: mask[owners] for name, mask in of_reports.items()}
    masks |= commitment_masks(facts, wanted, connection)
    chosen = _all_of(masks.values(), len(facts.commitments))
    if wanted.by_commitment:
        having = np.zeros(len(facts.reports), dtype=bool)
        having[owners[chosen]] = True
        filed = filed & having
    return Selection(facts, wanted, chosen, filed, masks)


def _all_of(masks: Iterable[Mask], length: int) -> Mask:
    return reduce(np.logical_and, masks, np.ones(length, dtype=bool))
