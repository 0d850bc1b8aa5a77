"""The numbers of an indicator as a table, each beside its words."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

from dashboard.element import Markup, write_link, write_table, write_tag
from dashboard.indicator.wording import OVER, VERDICTS, aim_text, standing_text
from dashboard.labels import NO_DATE, NO_PLACE, STATEMENTS, name_of
from dashboard.language import tr
from dashboard.navigation import report_address
from dashboard.place import place_name
from ecoledger.ledger.commitment import read_rows
from ecoledger.ledger.statement import read_statements

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dashboard.indicator.line import Line
    from dashboard.indicator.state import Order
    from ecoledger.indicators.standing import Standing
    from ecoledger.ledger.store import Ledger

SIZE = 50
"""Rows on a page."""
_SIGNS = {"higher": 1, "reduction": 1, "lower": -1}
_EVER = "0000-00-00"


def sort_lines(lines: Sequence[Line], order: Order, direction: str) -> list[Line]:
    """Return the lines in order; what has no comparable value stands last."""
    if order == "date":
        return sorted(lines, key=lambda line: line.date.isoformat() if line.date else _EVER, reverse=True)
    if order == "place":
        return sorted(lines, key=lambda line: tuple(code or "" for code in line.codes))
    sign = _SIGNS.get(direction, 1) * (-1 if order == "strong" else 1)
    return sorted(lines, key=lambda line: (line.level is None, sign * (line.level or Decimal(0))))


def write_lines(ledger: Ledger, lines: Sequence[Line], on: dt.date, *, standing: bool = True) -> str:
    """Return the table of some numbers promised. Raises LedgerError."""
    with ledger.read() as connection:
        rows = dict(
            zip(
                (line.number for line in lines),
                read_rows(connection, [line.number for line in lines]),
                strict=True,
            )
        )
    with_province = any(line.province for line in lines)
    head = [tr("地区"), tr("目标年份"), tr("目标")]
    if standing:
        head += [tr("对比全国"), *([tr("对比本省")] if with_province else [])]
    head += [tr("承诺原文"), tr("报告日期")]
    cells = []
    for line in lines:
        row = rows[line.number]
        told = [_place(line), _year(line, on), aim_text(line.aim, line.baseline)]
        if standing:
            told.append(_standing(line.nation, on))
            if with_province:
                told.append(_standing(line.province, on) if line.province else "—")
        told += [write_link(row.text, report_address(row.report_id, item=row.id)), _date(line)]
        cells.append(told)
    return write_table(head, cells, "targets")


def write_stated(ledger: Ledger, lines: Sequence[Line]) -> str:
    """Return the table of some numbers stated. Raises LedgerError."""
    told = read_statements(ledger, [line.number for line in lines])
    head = [tr("地区"), tr("类别"), tr("数值"), tr("报告原文"), tr("报告日期")]
    cells = [
        [
            _place(line),
            name_of(STATEMENTS, line.kind),
            aim_text(line.aim, line.baseline),
            write_link(told[line.number].text, report_address(told[line.number].report_id)),
            _date(line),
        ]
        for line in lines
    ]
    return write_table(head, cells, "targets")


def _place(line: Line) -> Markup | str:
    """Return the place with those above it as a hint."""
    if line.place is None:
        return tr(NO_PLACE)
    above = tr("，").join(place_name(code) for code in line.codes if code)
    return Markup(f'<span title="{escape(above)}">{escape(line.place)}</span>')


def _year(line: Line, on: dt.date) -> Markup | str:
    year = str(line.aim.year) if line.aim.year else tr("未写明")
    return Markup(f"{year} {write_tag(tr(OVER), 'late')}") if line.over(on) else year


def _standing(standing: Standing, on: dt.date) -> Markup:
    look = "standing " + ("none" if standing.verdict == "unlike" else standing.verdict)
    said = standing_text(standing, on.year)
    return Markup(f"{write_tag(tr(VERDICTS[standing.verdict]), look)}<small>{escape(said)}</small>")


def _date(line: Line) -> str:
    return line.date.isoformat() if line.date else tr(NO_DATE)
