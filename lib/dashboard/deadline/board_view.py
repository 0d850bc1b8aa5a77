"""The board in HTML: a table of counts by month and light, and below it a column of commitments for each month."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from dashboard.deadline.board import DATED, narrow
from dashboard.deadline.legend import write_count
from dashboard.deadline.wording import column_note, column_text, left_text, month_name, shorten
from dashboard.labels import NO_PLACE, date_text
from dashboard.language import tr
from dashboard.light_setting import light_name
from dashboard.navigation import report_address, rows_address
from ecoledger.ledger.light import light_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.deadline.board import Board, Column
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule

_MOST = 46
"""Characters of a commitment on its card."""


def write_counts(board: Board, wanted: Filter, rule: LightRule) -> str:
    """Return the table: a row for each light and their sum, a column for each month; every number leads to its rows."""
    heads = "".join(f'<th scope="col">{_head_html(column)}</th>' for column in board.columns)
    head = f'<tr><th scope="col">{escape(tr("灯"))}</th>{heads}<th scope="col">{escape(tr("合计"))}</th></tr>'
    rows = "".join(_count_row(board, wanted, rule, light) for light in (*DATED, None))
    return f'<div class="table counts months"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>'


def write_columns(board: Board, rows: Mapping[int, CommitmentRow], wanted: Filter, rule: LightRule) -> str:
    """Return the columns with their commitments; `rows` are these by inner key."""
    columns = "".join(_column(column, rows, wanted, rule) for column in board.columns if column.total)
    said = escape(tr("各月到期的承诺"))
    return f'<div class="board" role="region" aria-label="{said}" tabindex="0">{columns}</div>'


def write_card(row: CommitmentRow, rule: LightRule, most: int = _MOST) -> str:
    """Return a commitment as a link to its words, with its day, place and what is left, beside its light."""
    light = light_of(rule, row.due, row.deadline_kinds)
    told = [date_text(row.due), row.place or tr(NO_PLACE)] if row.due else [row.place or tr(NO_PLACE)]
    left = left_text(row.due, rule.on) if row.due else light_name(light)
    address = report_address(row.report_id, item=row.id)
    return (
        f'<li class="{light}"><a href="{escape(address)}" title="{escape(row.text)}">{escape(shorten(row.text, most))}</a>'
        f"<small>{escape('　'.join(told))}<em>{escape(left)}</em></small></li>"
    )


def _head(column: Column) -> str:
    return column_text(column.since, column.until)


def _head_html(column: Column) -> str:
    """Return the name of a column in two lines, the year above."""
    if column.since is None or column.until is None:
        return escape(_head(column))
    return f"<small>{column.since.year}</small>{escape(month_name(column.since))}"


def _count_row(board: Board, wanted: Filter, rule: LightRule, light: Light | None) -> str:
    name = light_name(light) if light else tr("合计")
    cells = "".join(
        f"<td>{_count(column, wanted, rule, light, f'{name} {_head(column)}')}</td>"
        for column in board.columns
    )
    every = board.lights[light] if light else board.dated
    whole = write_count(every, rows_address(_within(wanted, rule, light)), name)
    mark = f'<i class="{light}"></i>' if light else ""
    return f'<tr><th scope="row">{mark}{escape(name)}</th>{cells}<td>{whole}</td></tr>'


def _count(column: Column, wanted: Filter, rule: LightRule, light: Light | None, said: str) -> str:
    count = column.counts[light] if light else column.total
    narrowed = narrow(wanted, rule, light, column.since, column.until)
    return write_count(count, rows_address(narrowed), f"{said} {count:,}") if count else "—"


def _within(wanted: Filter, rule: LightRule, light: Light | None) -> Filter:
    """Return the filter for all that have a day."""
    if light:
        return narrow(wanted, rule, light)
    lights = tuple(one for one in DATED if not wanted.lights or one in wanted.lights)
    return replace(wanted, lights=lights, light_rule=rule)


def _column(column: Column, rows: Mapping[int, CommitmentRow], wanted: Filter, rule: LightRule) -> str:
    address = rows_address(narrow(wanted, rule, None, column.since, column.until))
    cards = "".join(write_card(rows[number], rule) for number in column.numbers if number in rows)
    rest = column.total - len(column.numbers)
    more = (
        f'<p><a href="{escape(address)}">{escape(tr("另有 {count} 条", count=f"{rest:,}"))}</a></p>'
        if rest
        else ""
    )
    note = column_note(column.since, column.until)
    small = f"<small>{escape(note)}</small>" if note else ""
    count = write_count(column.total, address, f"{_head(column)} {column.total:,}")
    return f"<section><h4>{escape(_head(column))} {count}</h4>{small}<ul>{cards}</ul>{more}</section>"
