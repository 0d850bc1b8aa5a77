"""What the map can show of a place: each measure with its name, its figure and its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.language import tr
from dashboard.map.classification import figure_text

if TYPE_CHECKING:
    from dashboard.map.classification import Kind
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.region import Measure, RegionTarget


@dataclass(frozen=True, slots=True)
class Figure:
    """What the map shows of a place: `value` is None where there is nothing to measure.

    `reported` says whether the place has any report, `behind` how many commitments are behind the figure.
    """

    value: float | None
    words: str
    reported: bool
    behind: int = 0


@dataclass(frozen=True, slots=True)
class MapMeasure:
    """A measure: `field` of Measure counted in `unit`, or as a share of all commitments; `code` names it in an address.

    `flag` or `light` is the condition that the commitments behind it meet; a flag is a field of Filter.
    """

    code: str
    name: str
    short: str
    kind: Kind
    unit: str
    field: str = ""
    flag: str = ""
    light: Light | None = None

    def title(self, rule: LightRule, indicator: str = "") -> str:
        """Return what the measure is called on the screen; `indicator` is the name of the one that is shown."""
        if self is INDICATOR:
            return tr("{indicator}：目标值中位数", indicator=indicator)
        return tr(self.name, days=rule.near) if self.light == "near" else tr(self.name)

    def figure(self, measure: Measure | None, target: RegionTarget | None = None) -> Figure:
        """Return the figure of a place; without a measure it has no report."""
        if measure is None:
            return Figure(None, tr("无报告"), reported=False)
        if self is INDICATOR:
            return _target_figure(target)
        count = int(getattr(measure, self.field))
        if self.kind == "count":
            words = tr(self.unit, count=f"{count:,}")
            return Figure(
                count, words, reported=True, behind=measure.commitments if not self.light else count
            )
        if not measure.commitments:
            return Figure(None, tr("有报告，无承诺"), reported=True)
        share = count / measure.commitments
        words = tr(
            "{share}（{count}/{all} 条）",
            share=f"{share:.0%}",
            count=f"{count:,}",
            all=f"{measure.commitments:,}",
        )
        return Figure(share, words, reported=True, behind=count)

    def narrow(self, wanted: Filter, rule: LightRule, indicator: str = "") -> Filter:
        """Return the filter of the commitments behind the figure: those of `wanted` that the measure counts."""
        if self is INDICATOR:
            return replace(wanted, indicators=(indicator,))
        if self.light:
            return replace(wanted, lights=(self.light,), light_rule=rule)
        flags: dict[str, Any] = {self.flag: True} if self.flag else {}
        return replace(wanted, **flags)


def _target_figure(target: RegionTarget | None) -> Figure:
    if target is None:
        return Figure(None, tr("有报告，无此指标"), reported=True)
    values = {"value": figure_text(target.median), "unit": target.unit, "count": f"{target.commitments:,}"}
    if target.lowest == target.highest:
        words = tr("{value} {unit}（{count} 条）", **values)
    else:
        ends = {"low": figure_text(target.lowest), "high": figure_text(target.highest)}
        words = tr("{value} {unit}（{count} 条，{low}～{high}）", **values, **ends)
    return Figure(target.median, words, reported=True, behind=target.commitments)


INDICATOR = MapMeasure("indicator", "指标目标值", "指标", "value", "")
"""The median of the targets that are set for an indicator of the catalogue."""

REPORTS = MapMeasure("reports", "报告数", "报告", "count", "{count} 份", "reports")
MEETINGS = MapMeasure("meetings", "会议数", "会议", "count", "{count} 次", "meetings")

MEASURES = {
    measure.code: measure
    for measure in (
        MapMeasure("commitments", "承诺数", "承诺", "count", "{count} 条", "commitments"),
        REPORTS,
        MEETINGS,
        MapMeasure("number", "有数字目标的承诺占比", "数字", "share", "", "with_number", flag="has_number"),
        MapMeasure("target", "有目标的承诺占比", "目标", "share", "", "with_target", flag="has_target"),
        MapMeasure("deadline", "有时限的承诺占比", "时限", "share", "", "with_deadline", flag="has_deadline"),
        MapMeasure("body", "有责任单位的承诺占比", "单位", "share", "", "with_body", flag="has_body"),
        MapMeasure("near", "{days} 天内到期的承诺数", "临近", "count", "{count} 条", "near", light="near"),
        MapMeasure(
            "overdue", "已过期限的承诺数", "已过期", "count", "{count} 条", "overdue", light="overdue"
        ),
        INDICATOR,
    )
}
