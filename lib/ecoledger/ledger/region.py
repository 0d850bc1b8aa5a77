"""What each place has, for the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ecoledger.ledger.condition import light_codes
from ecoledger.ledger.light import LIGHTS
from ecoledger.ledger.placing import place_rows
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.condition import Mask
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.placing import MapLevel
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger

__all__ = ["Measure", "RegionTarget", "measure_regions", "measure_targets"]

_FLAGS = ("has_target", "has_number", "has_deadline", "has_body")
_SHOWN: tuple[Light, ...] = ("near", "overdue")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a place, with all places below it, has; `near` and `overdue` are lights, 0 without a rule of them."""

    reports: int = 0
    meetings: int = 0
    commitments: int = 0
    with_target: int = 0
    with_number: int = 0
    with_deadline: int = 0
    with_body: int = 0
    near: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class RegionTarget:
    """The targets that the commitments of a place name for an indicator, one of each commitment, in `unit`."""

    median: float
    lowest: float
    highest: float
    unit: str
    commitments: int


def measure_regions(
    ledger: Ledger,
    wanted: Filter,
    level: MapLevel = "province",
    parent: str | None = None,
    rule: LightRule | None = None,
) -> Mapping[str, Measure]:
    """Return the measures by code of place, at `level`, of places within `parent` (all of China when None).

    A place that has a report has a measure, be it of nothing because no report of it passes the filter; a place
    without one has none. Codes are those of `place_rows`. The values add up to the whole. Raises LedgerError.
    """
    found = select(ledger, wanted)
    facts = found.facts
    placing = place_rows(facts, level, parent)
    columns = [
        placing.count_reports(found.filed),
        placing.count_reports(found.filed & facts.reports["meeting"].to_numpy(dtype=bool)),
        placing.count_rows(found.chosen),
        *(placing.count_rows(found.chosen & facts.commitments[flag].to_numpy()) for flag in _FLAGS),
        *(placing.count_rows(mask) for mask in _lit(found, rule)),
    ]
    figures = zip(*(column.tolist() for column in columns), strict=True)
    return {code: Measure(*row) for code, row in zip(placing.codes, figures, strict=True)}


def measure_targets(
    ledger: Ledger,
    wanted: Filter,
    indicator: str,
    level: MapLevel = "province",
    parent: str | None = None,
) -> Mapping[str, RegionTarget]:
    """Return by code of place what its commitments set themselves for an indicator of the catalogue.

    Of a commitment that names several values the last counts, for it is the furthest; of a range the lower end. Where
    values stand in several units or mean changes and levels, those of the kind named most count. Raises LedgerError.
    """
    found = select(ledger, wanted)
    targets = found.lines(found.facts.targets)
    targets = targets[(targets["indicator_code"] == indicator) & targets["value"].notna()]
    if targets.empty:
        return {}
    kinds = targets["unit"].astype(object).fillna("") + "/" + targets["change"].astype(object).fillna("")
    targets = targets[kinds == kinds.value_counts().index[0]].drop_duplicates("row", keep="last")
    unit = targets["unit"].iloc[0]
    placing = place_rows(found.facts, level, parent)
    values = targets["value"].groupby(placing.rows[targets["row"].to_numpy()])
    return {
        placing.codes[number]: RegionTarget(
            float(group.median()),
            float(group.min()),
            float(group.max()),
            unit if isinstance(unit, str) else "",
            len(group),
        )
        for number, group in values
        if number < len(placing.codes)
    }


def _lit(found: Selection, rule: LightRule | None) -> list[Mask]:
    if rule is None:
        return [np.zeros_like(found.chosen) for _ in _SHOWN]
    codes = light_codes(found.facts, rule)
    return [found.chosen & (codes == LIGHTS.index(light)) for light in _SHOWN]
