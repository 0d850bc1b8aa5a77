"""The figures of the map as a table, each a link to the commitments behind it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.address import write_address
from dashboard.language import tr
from dashboard.map.classification import figure_text
from dashboard.map.measure import INDICATOR, MEASURES
from dashboard.navigation import MAP
from dashboard.place import is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.map.measure import Figure, MapMeasure
    from dashboard.map.survey import Survey
    from ecoledger.ledger.filter import Filter

_NONE = "—"


def list_columns(survey: Survey) -> tuple[MapMeasure, ...]:
    """Return the measures of the table, the shown one first: a narrow screen has room for few."""
    shown = survey.choice.measure
    return (shown, *(measure for measure in MEASURES.values() if measure not in (shown, INDICATOR)))


def list_places(survey: Survey) -> tuple[str, ...]:
    """Return the codes of the rows: places with a report, the largest in the shown measure first, further rows last."""
    places = [code for code in survey.names if code in survey.measures]
    values = {code: survey.figure(code).value for code in places}
    ordered = sorted(places, key=lambda code: (values[code] is None, -(values[code] or 0.0), code))
    return (*ordered, *sorted(survey.others))


def write_measure_table(survey: Survey) -> str:
    """Return the table; a figure without commitments behind it is no link."""
    columns = list_columns(survey)
    head = "".join(_head(survey, measure) for measure in columns)
    body = "".join(_row(survey, code, columns) for code in list_places(survey))
    caption = tr("各地数据，按“{title}”排列", title=survey.title)
    return (
        f'<div class="table counts map-table" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f'<caption>{escape(caption)}</caption><thead><tr><th scope="col">{escape(tr("地区"))}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody><tfoot>{_total(survey, columns)}</tfoot></table></div>"
    )


def write_missing(survey: Survey) -> str:
    """Return the names of the places without a report; empty when there is none."""
    if not survey.missing:
        return ""
    names = tr("、").join(survey.names[code] for code in survey.missing)
    said = tr("无报告（{count} 个）：{names}。", count=len(survey.missing), names=names)
    return f'<p class="quiet">{escape(said)}</p>'


def write_undrawn(survey: Survey) -> str:
    """Return the names of the places that have no boundary; empty when there is none."""
    drawn = {boundary.adcode for boundary in survey.view.boundaries}
    hidden = [name for code, name in survey.names.items() if code not in drawn]
    if not hidden:
        return ""
    said = tr("无边界数据、图上未画出：{names}。", names=tr("、").join(hidden))
    return f'<p class="quiet">{escape(said)}</p>'


def _head(survey: Survey, measure: MapMeasure) -> str:
    title = measure.title(survey.rule, survey.choice.indicator_name)
    here = ' aria-sort="descending" class="here"' if measure is survey.choice.measure else ""
    return f'<th scope="col" title="{escape(title)}"{here}>{escape(tr(measure.short))}</th>'


def _row(survey: Survey, code: str, columns: Sequence[MapMeasure]) -> str:
    name = escape(survey.names.get(code) or survey.others[code])
    rows = survey.rows_of(code)
    if code in survey.names and is_place(code):
        address = escape(write_address(MAP.address, rows, **survey.choice.query))
        name = f'<a href="{address}" target="_self">{name}</a>'
    cells = "".join(_cell(survey, measure, survey.figure(code, measure), rows) for measure in columns)
    chosen = ' class="chosen"' if code in survey.view.chosen else ""
    return f'<tr{chosen}><th scope="row">{name}</th>{cells}</tr>'


def _total(survey: Survey, columns: Sequence[MapMeasure]) -> str:
    """Return the row of the whole: the other rows add up to it, but for medians."""
    total, rows = survey.total, survey.whole
    cells = "".join(
        f"<td>{_NONE}</td>" if measure is INDICATOR else _cell(survey, measure, measure.figure(total), rows)
        for measure in columns
    )
    return f'<tr><th scope="row">{escape(tr("合计"))}</th>{cells}</tr>'


def _cell(survey: Survey, measure: MapMeasure, figure: Figure, rows: Filter) -> str:
    here = ' class="here"' if measure is survey.choice.measure else ""
    words = escape(figure.words)
    if figure.value is None:
        return f'<td{here} title="{words}">{_NONE}</td>'
    number = escape(_number(figure.value, measure))
    if figure.behind:
        address = escape(survey.address_behind(rows, measure))
        number = f'<a href="{address}" target="_self" title="{words}" aria-label="{words}">{number}</a>'
    return f"<td{here}>{number}</td>"


def _number(value: float, measure: MapMeasure) -> str:
    if measure.kind == "share":
        return f"{value:.0%}"
    return f"{value:,.0f}" if measure.kind == "count" else figure_text(value)
