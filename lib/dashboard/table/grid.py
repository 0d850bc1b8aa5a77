"""The table as HTML: full words, to be read, ticked, sorted by its heads, printed, and heard."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.element import write_link
from dashboard.language import tr
from dashboard.navigation import report_address, rows_address
from dashboard.table.column import BY_CODE
from dashboard.table.group import narrow
from ecoledger.term import LIGHTS

if TYPE_CHECKING:
    from dashboard.table.column import Column
    from dashboard.table.group import Group
    from dashboard.table.listing import Listing
    from dashboard.table.order import Keys
    from dashboard.table.page import Line, TablePage
    from ecoledger.ledger.light import LightRule

_ACTS = {
    "up": "升序",
    "down": "降序",
    "more-up": "再按此列升序",
    "more-down": "再按此列降序",
    "unsort": "不按此列排序",
    "left": "左移",
    "right": "右移",
    "hide": "隐藏此列",
}
"""What can be done to a column, by the words of table.js."""
_TICK, _NUMBER, _WAYS = 2.4, 3.4, 3.2
_ROOM = 74
"""So many em stand side by side in the window of an office PC; a wider table is moved sideways."""
_LEAST = 52
"""To so many em a table shrinks before it is moved sideways."""


def write_grid(page: TablePage, listing: Listing, rule: LightRule) -> str:
    """Return the lines of a page; static/table/table.js tells the server what is done to them."""
    columns = [BY_CODE[code] for code in listing.columns]
    widths = [_TICK, _NUMBER, *(column.width for column in columns), _WAYS]
    width = sum(widths)
    least = width if width > _ROOM else min(width, _LEAST)
    look = " ".join(
        name for name, held in (("ledger", True), ("wide", width > _ROOM), ("dense", listing.dense)) if held
    )
    body = []
    group = None
    for line in page.lines:
        if line.group is not None and line.group != group:
            group = line.group
            again = line is page.lines[0] and page.page > 1
            body.append(_write_group(page.groups[group], listing, rule, len(columns) + 3, again=again))
        body.append(_write_line(line, columns, rule))
    return (
        f'<div class="{look}" role="region" tabindex="0" aria-label="{escape(tr("承诺台账"))}">'
        f'<table style="min-width:{least:g}em">{_write_widths(widths)}{_write_head(columns, listing.sort)}'
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )


def _write_widths(widths: list[float]) -> str:
    whole = sum(widths)
    cells = "".join(f'<col style="width:{width / whole:.2%}">' for width in widths)
    return f"<colgroup>{cells}</colgroup>"


def _write_head(columns: list[Column], sorts: Keys) -> str:
    all_rows = escape(tr("选定本页各行"))
    heads = "".join(_write_column(column, sorts, at, len(columns)) for at, column in enumerate(columns))
    return (
        f'<thead><tr><td class="tick"><input type="checkbox" class="all" aria-label="{all_rows}"></td>'
        f'<th scope="col">{escape(tr("序号"))}</th>{heads}'
        f'<th scope="col">{escape(tr("查看"))}</th></tr></thead>'
    )


def _write_column(column: Column, sorts: Keys, at: int, count: int) -> str:
    name = escape(tr(column.name))
    place = next((n for n, sort in enumerate(sorts) if sort.key == column.sort), None)
    if column.sort is None:
        label, said = f"<span>{name}</span>", ""
    else:
        mark = ""
        said = ' aria-sort="none"'
        if place is not None:
            falling = sorts[place].descending
            mark = f'<i aria-hidden="true">{"↓" if falling else "↑"}{place + 1 if len(sorts) > 1 else ""}</i>'
            said = f' aria-sort="{"descending" if falling else "ascending"}"' if place == 0 else ""
        hint = escape(tr("点击排序；按住 Shift 点击，在已有排序之后再按此列排"))
        label = (
            f'<button type="button" class="by" data-sort="{column.sort}" title="{hint}">{name}{mark}</button>'
        )
    return f'<th scope="col" data-column="{column.code}"{said}><div draggable="true">{label}{_write_menu(column, place, at, count)}</div></th>'


def _write_menu(column: Column, place: int | None, at: int, count: int) -> str:
    """Return what can be done to a column without a pointer that drags."""
    acts = ["up", "down", "more-up", "more-down"] if column.sort is not None else []
    acts += ["unsort"] if place is not None else []
    acts += ["left"] if at else []
    acts += ["right"] if at + 1 < count else []
    acts += ["hide"] if count > 1 else []
    buttons = "".join(
        f'<button type="button" data-act="{act}">{escape(tr(_ACTS[act]))}</button>' for act in acts
    )
    hint = escape(tr("“{column}”列的排序与位置", column=tr(column.name)))
    return f'<details class="menu"><summary aria-label="{hint}"></summary><div>{buttons}</div></details>'


def _write_group(group: Group, listing: Listing, rule: LightRule, span: int, *, again: bool) -> str:
    name = escape(group.name)
    wanted = narrow(listing.group, group.code, listing.wanted, rule)
    if wanted is not None:
        name = write_link(group.name, rows_address(wanted), tr("只看这一组"))
    more = f"<span>{escape(tr('（续上页）'))}</span>" if again else ""
    told = [tr("{count} 条", count=f"{group.count:,}")]
    for count, light in ((group.overdue, "overdue"), (group.near, "near")):
        if count:
            told.append(f"{labels.name_of(LIGHTS, light)} {count:,}")
    said = escape(tr("；").join(told))
    return (
        f'<tr class="group"><th colspan="{span}" scope="colgroup">{name}{more}<small>{said}</small></th></tr>'
    )


def _write_line(line: Line, columns: list[Column], rule: LightRule) -> str:
    row = line.row
    cells = "".join(
        f'<td class="{column.code}" data-name="{escape(tr(column.name))}"><div>{column.cell(row, rule)}</div></td>'
        for column in columns
    )
    choose = escape(tr("选定第 {number} 行", number=line.number))
    way = write_link(tr("原文"), report_address(row.report_id, item=row.id), tr("在报告中查看这条承诺"))
    return (
        f'<tr data-id="{escape(row.id)}"><td class="tick"><input type="checkbox" aria-label="{choose}"></td>'
        f'<td class="number">{line.number:,}</td>{cells}'
        f'<td class="ways"><button type="button" data-act="why">{escape(tr("依据"))}</button>{way}</td></tr>'
    )
