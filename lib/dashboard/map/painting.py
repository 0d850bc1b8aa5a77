"""A view with its figures: what the plain and the interactive map are both drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.map.classification import classify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.map.classification import Legend
    from dashboard.map.drill import View
    from dashboard.map.measure import MapMeasure
    from ecoledger.gazetteer.gazetteer import Gazetteer
    from ecoledger.ledger.region import Measure


@dataclass(frozen=True, slots=True)
class Painting:
    """A view in the colours of `legend`, by code of area.

    `values` are the figures (None: no report), `texts` the same in words, `names` the names for labels.
    """

    view: View
    legend: Legend
    values: Mapping[str, float | None]
    texts: Mapping[str, str]
    names: Mapping[str, str]


def paint(
    view: View, gazetteer: Gazetteer, measures: Mapping[str, Measure], shown: MapMeasure, missing: str
) -> Painting:
    """Return the view in the colours of the measure `shown`; `missing` stands for places without a report.

    Labels are the usual short names, for counties the full ones: many short ones would be the same.
    """
    codes = [boundary.adcode for boundary in view.boundaries]
    values = {code: shown.value(measures.get(code)) for code in codes}
    texts = {code: shown.words(measures.get(code), missing) for code in codes}
    names = {boundary.adcode: boundary.name for boundary in view.boundaries}
    if view.level != "county":
        known = {code: gazetteer.division(code) for code in codes}
        names |= {code: division.short for code, division in known.items() if division is not None}
    return Painting(view, classify(values, shown.kind), values, texts, names)
