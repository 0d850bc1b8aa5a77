"""A view with its figures: what the plain and the interactive map are both drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.map.classification import classify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.map.classification import Key, Legend
    from dashboard.map.drill import View
    from dashboard.map.survey import Survey
    from ecoledger.gazetteer.gazetteer import Gazetteer

_LONGEST = 64
"""Characters of a commitment in a note beside the map."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside an area: its name, its figure in words, and its latest commitments, each with its date."""

    name: str
    figure: str
    latest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Painting:
    """A view in the classes of `legend`: by code of area its class, its note, and its name for a label."""

    view: View
    legend: Legend
    keys: Mapping[str, Key]
    notes: Mapping[str, Note]
    names: Mapping[str, str]


def paint(survey: Survey, gazetteer: Gazetteer) -> Painting:
    """Return the view of a survey in the classes of its measure.

    Labels are the usual short names, for counties the full ones: many short ones would be the same.
    """
    view = survey.view
    figures = {b.adcode: survey.figure(b.adcode) for b in view.boundaries}
    legend = classify(figures, survey.choice.measure.kind)
    names = {boundary.adcode: boundary.name for boundary in view.boundaries}
    notes = {code: Note(names[code], figure.words, _latest(survey, code)) for code, figure in figures.items()}
    if view.level != "county":
        known = {code: gazetteer.division(code) for code in figures}
        names |= {code: division.short for code, division in known.items() if division is not None}
    return Painting(view, legend, {code: legend.key(f) for code, f in figures.items()}, notes, names)


def _latest(survey: Survey, code: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            labels.date_text(one.date),
            one.text if len(one.text) <= _LONGEST else f"{one.text[: _LONGEST - 1]}…",
        )
        for one in survey.latest.get(code, ())
    )
