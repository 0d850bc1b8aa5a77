"""All that the map page shows of the places of a view: read once, drawn as map, table and files."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from dashboard.address import choose_place, within_place, write_address
from dashboard.language import tr
from dashboard.map.boundary import NATION
from dashboard.map.measure import INDICATOR, MEETINGS, REPORTS
from dashboard.navigation import COMMITMENTS, REPORT, TIMELINE
from dashboard.place import place_name
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.latest import list_latest
from ecoledger.ledger.region import Measure, measure_regions, measure_targets
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.map.choice import Choice
    from dashboard.map.drill import View
    from dashboard.map.measure import Figure, MapMeasure
    from ecoledger.gazetteer.gazetteer import Gazetteer
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.latest import Latest
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.region import RegionTarget
    from ecoledger.ledger.store import Ledger

PLACES = ("provinces", "prefectures", "counties")


@dataclass(frozen=True, slots=True)
class Survey:
    """The places of `view` as they stand under `wanted`, a filter without places.

    `names` are those of the places right below, by code; `others` those of further rows, which are no areas: what the
    place itself reports, and reports whose place is not known.
    """

    view: View
    choice: Choice
    wanted: Filter
    rule: LightRule
    names: Mapping[str, str]
    others: Mapping[str, str]
    measures: Mapping[str, Measure]
    targets: Mapping[str, RegionTarget]
    latest: Mapping[str, tuple[Latest, ...]]

    @property
    def title(self) -> str:
        """What the measure is called."""
        return self.choice.measure.title(self.rule, self.choice.indicator_name)

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes of the places without a report."""
        return tuple(code for code in self.names if code not in self.measures)

    @property
    def whole(self) -> Filter:
        """The filter of all that the rows tell of."""
        return choose_place(self.wanted, None if self.view.parent == NATION else self.view.parent)

    @property
    def total(self) -> Measure:
        """What all rows add up to."""
        names = [field.name for field in fields(Measure)]
        return Measure(*(sum(getattr(m, name) for m in self.measures.values()) for name in names))

    def figure(self, code: str, measure: MapMeasure | None = None) -> Figure:
        """Return the figure of a place in a measure, in the chosen one unless told otherwise."""
        return (measure or self.choice.measure).figure(self.measures.get(code), self.targets.get(code))

    def rows_of(self, code: str) -> Filter:
        """Return the filter of the commitments of a row; the place itself stands for what it reports itself."""
        return within_place(self.wanted, code, self.view.parent)

    def address_behind(self, rows: Filter, measure: MapMeasure) -> str:
        """Return where that stands which a measure counts: reports, meetings or commitments."""
        page = REPORT if measure is REPORTS else TIMELINE if measure is MEETINGS else COMMITMENTS
        return write_address(page.address, self.behind(rows, measure))

    def behind(self, rows: Filter, measure: MapMeasure) -> Filter:
        """Return the filter of the commitments of `rows` that a measure counts."""
        return measure.narrow(rows, self.rule, self.choice.indicator)


def read_survey(
    ledger: Ledger, gazetteer: Gazetteer, view: View, choice: Choice, *, wanted: Filter, rule: LightRule
) -> Survey:
    """Read what the ledger has of the places of a view under the filter `wanted`. Raises LedgerError."""
    elsewhere = choice.looked_in(wanted.without(*PLACES))
    within = None if view.parent == NATION else view.parent
    below = gazetteer.children(view.parent)
    # Of a province without places below it in the gazetteer, the map has the boundaries alone.
    names = {d.adcode: d.name for d in below} or {b.adcode: b.name for b in view.boundaries}
    measures = measure_regions(ledger, elsewhere, view.level, within, rule)
    targets = (
        measure_targets(ledger, elsewhere, choice.indicator, view.level, within)
        if choice.measure is INDICATOR
        else {}
    )
    return Survey(
        view=view,
        choice=choice,
        wanted=elsewhere,
        rule=rule,
        names=names,
        others={code: _other_name(code, view) for code in measures if code not in names},
        measures=measures,
        targets=targets,
        latest=list_latest(ledger, elsewhere, view.level, within),
    )


def list_indicators(ledger: Ledger, survey: Survey) -> tuple[str, ...]:
    """Return the codes of the indicators that the commitments of the view name, that named most first."""
    found = select(ledger, survey.whole.without("indicators"))
    counts = found.lines(found.facts.targets)["indicator_code"].value_counts()
    known = load_indicators()
    return tuple(code for code, count in counts.items() if count and code in known)


def _other_name(code: str, view: View) -> str:
    if code == view.parent and code != UNKNOWN:
        return tr("{place}（本级）", place=place_name(code))
    return place_name(code)
