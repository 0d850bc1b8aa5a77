"""What each body has to do: what it leads, answers for and supports, and how near that is to its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from ecoledger.ledger.condition import body_lines, light_codes
from ecoledger.ledger.light import LIGHTS
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    import pandas as pd

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.store import Ledger

By = Literal["name", "organ"]


@dataclass(frozen=True, slots=True)
class Workload:
    """A body and its commitments, in all and by role and light; it may have two roles in one of them."""

    body: str
    commitments: int
    lead: int
    responsible: int
    support: int
    overdue: int
    near: int
    places: int


@dataclass(frozen=True, slots=True)
class Workloads:
    """The bodies, those with most commitments first; `named` commitments name a body, `unnamed` none.

    `unlisted` commitments name bodies that the catalogue of organs does not know, and these alone.
    """

    bodies: tuple[Workload, ...]
    named: int
    unnamed: int
    unlisted: int


def count_workloads(ledger: Ledger, wanted: Filter, rule: LightRule, by: By) -> Workloads:
    """Return what the bodies have to do, by their names as read or by organ of the catalogue. Raises LedgerError."""
    found = select(ledger, wanted)
    facts = found.facts
    lines = found.lines(facts.bodies[body_lines(facts.bodies, wanted)])
    known = lines[lines[by].notna()]
    near = light_codes(facts, rule)[known["row"]]
    flags = known[["row", by]].assign(
        lead=(known["role"] == "lead").to_numpy(),
        responsible=(known["role"] == "responsible").to_numpy(),
        support=(known["role"] == "support").to_numpy(),
        overdue=near == LIGHTS.index("overdue"),
        near=near == LIGHTS.index("near"),
    )
    once = flags.groupby([by, "row"], observed=True, sort=False).max().reset_index()
    grouped = once.groupby(by, observed=True, sort=False)
    counts = grouped[["lead", "responsible", "support", "overdue", "near"]].sum()
    counts.insert(0, "commitments", grouped.size())
    counts["places"] = _places(facts.commitments, once, by)
    counts = counts.reset_index().sort_values(["commitments", by], ascending=[False, True], kind="stable")
    bodies = tuple(
        Workload(str(name), *map(int, figures)) for name, *figures in counts.itertuples(index=False)
    )
    named = int(found.rows["has_body"].sum())
    listed = len(np.unique(known["row"]))
    return Workloads(bodies, named, len(found.rows) - named, named - listed)


def _places(commitments: pd.DataFrame, once: pd.DataFrame, by: By) -> pd.Series[int]:
    """Count the places whose commitments name each body."""
    levels = ("province", "prefecture", "county")
    codes = {level: commitments[level].cat.codes.to_numpy()[once["row"]] for level in levels}
    distinct = once[[by]].assign(**codes).drop_duplicates()
    return distinct.groupby(by, observed=True, sort=False).size()
