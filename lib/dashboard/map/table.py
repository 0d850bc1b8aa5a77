"""The figures of the map as text: a table of the places that have reports, and the names of those that have none."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.map.measure import MapMeasure
    from ecoledger.ledger.region import Measure

COLUMNS = ("地区", "报告", "会议", "承诺", "有目标", "有时限", "有责任单位")
_ROW = "border-bottom:1px solid #edf1ef;line-height:1.5;color:inherit;font-weight:400;vertical-align:top;"
_CELL = _ROW + "padding:.36rem 0 .36rem .45rem;white-space:nowrap;text-align:right"
_NAME = _ROW + "padding:.36rem 0;text-align:left;min-width:4em"


def list_rows(
    names: Mapping[str, str], measures: Mapping[str, Measure], shown: MapMeasure
) -> list[tuple[str, ...]]:
    """Return a row of `COLUMNS` for each place that has a report, the largest in the measure shown first."""
    found = [code for code in names if code in measures and measures[code].reports]
    ordered = sorted(found, key=lambda code: (-(shown.value(measures[code]) or 0.0), code))
    return [(names[code], *_cells(measures[code])) for code in ordered]


def list_without(names: Mapping[str, str], measures: Mapping[str, Measure]) -> list[str]:
    """Return the names of the places that have no report."""
    return [name for code, name in names.items() if code not in measures or not measures[code].reports]


def write_measure_table(rows: Iterable[Sequence[str]]) -> str:
    """Return the rows as a table whose first cell names the row."""
    head = "".join(
        f'<th scope="col" style="{_CELL if i else _NAME}">{escape(name)}</th>'
        for i, name in enumerate(COLUMNS)
    )
    body = "".join(
        f'<tr><th scope="row" style="{_NAME}">{escape(name)}</th>'
        + "".join(f'<td style="{_CELL}">{_split(cell)}</td>' for cell in cells)
        + "</tr>"
        for name, *cells in rows
    )
    return (
        f"<style>@media (max-width:640px){{.map-share{{display:none}}}}</style>"
        f'<div class="table measures" style="font-size:.86rem"><table style="font-size:inherit"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _split(cell: str) -> str:
    """Mark the share behind a count: a narrow screen has room for the count alone."""
    count, bracket, share = cell.partition("（")
    return escape(count) + (f'<span class="map-share">{escape(bracket + share)}</span>' if share else "")


def _cells(measure: Measure) -> tuple[str, ...]:
    total = measure.commitments
    parts = (measure.with_target, measure.with_deadline, measure.with_body)
    shares = (f"{part:,}（{part / total:.0%}）" if total else "—" for part in parts)
    return (f"{measure.reports:,}", f"{measure.meetings:,}", f"{total:,}", *shares)
