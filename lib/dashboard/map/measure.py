"""What the map can show of a place: each measure with its name, its figure and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.map.classification import NO_REPORT_LABEL

if TYPE_CHECKING:
    from dashboard.map.classification import Kind
    from ecoledger.ledger.region import Measure

NO_COMMITMENT = "有报告，无承诺"


@dataclass(frozen=True, slots=True)
class MapMeasure:
    """A measure: `field` of Measure counted in `unit`, or as a share of all commitments."""

    field: str
    name: str
    kind: Kind
    unit: str

    def value(self, measure: Measure | None) -> float | None:
        """Return the figure of a place: a count, or a share of 0 to 1; None where there is no report."""
        if measure is None or not measure.reports:
            return None
        count = int(getattr(measure, self.field))
        if self.kind == "count":
            return count
        return count / measure.commitments if measure.commitments else 0.0

    def words(self, measure: Measure | None, missing: str = NO_REPORT_LABEL) -> str:
        """Return the figure in words; a share says what it is a share of."""
        value = self.value(measure)
        if measure is None or value is None:
            return missing
        if self.kind == "count":
            return f"{int(value):,} {self.unit}"
        if not measure.commitments:
            return NO_COMMITMENT
        return f"{value:.0%}（{getattr(measure, self.field):,}/{measure.commitments:,} 条）"


MEASURES = {
    measure.field: measure
    for measure in (
        MapMeasure("commitments", "承诺数", "count", "条"),
        MapMeasure("meetings", "会议数", "count", "次"),
        MapMeasure("reports", "报告数", "count", "份"),
        MapMeasure("with_target", "有目标的承诺占比", "share", "条"),
        MapMeasure("with_deadline", "有时限的承诺占比", "share", "条"),
        MapMeasure("with_body", "有责任单位的承诺占比", "share", "条"),
    )
}
