"""The parts of the page as tables, a column for each place, and all of them as a file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.clock import now
from dashboard.download.file import make_stamp
from dashboard.element import Markup, write_link
from dashboard.language import tr
from ecoledger.export.stamp import TIME
from ecoledger.export.table_file import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dashboard.compare.side import Cell, Section, Side
    from ecoledger.export.column import Cell as FileCell
    from ecoledger.ledger.filter import Filter

_LEAST = 0.005
"""Less of a whole would read 0 %."""
HEAD = ("部分", "对比项", "地区", "地区代码", "内容", "数", "占比")


def write_section(section: Section, sides: Sequence[Side]) -> str:
    """Return the table; numbers stand right, and shares as bars in the colour of their place."""
    places = "".join(
        f'<th scope="col"><i class="side-{at}"></i>{escape(side.name)}</th>'
        for at, side in enumerate(sides, 1)
    )
    longest = max((cell.share or 0 for row in section.rows for cell in row.cells), default=0) or 1
    body = "".join(
        f'<tr><th scope="row">{escape(row.name)}</th>'
        + "".join(_cell(cell, at, longest, barred=section.barred) for at, cell in enumerate(row.cells, 1))
        + "</tr>"
        for row in section.rows
    )
    return (
        f'<div class="table sides of-{len(sides)}" role="region" tabindex="0" aria-label="{escape(section.title)}"><table>'
        f'<thead><tr><th scope="col">{escape(tr("对比项"))}</th>{places}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def build_file(wanted: Filter, sections: Sequence[Section], sides: Sequence[Side]) -> Callable[[], bytes]:
    """Return a function that makes the file of all parts: a line for each row and place."""
    stamp = make_stamp(wanted)
    head = [tr(title) for title in HEAD]
    filters, time = tr("筛选条件"), tr("导出时间")

    def build() -> bytes:
        said = {filters: "；".join(stamp.filters), time: now().strftime(TIME)}
        return write_table(head, _lines(sections, sides), said)

    return build


def _cell(cell: Cell, at: int, longest: float, *, barred: bool) -> str:
    if cell.items:
        listed = "".join(
            f"<li>{write_link(text, address) if address else escape(text)}</li>"
            for text, address in cell.items
        )
        return f"<td><ul>{listed}</ul></td>"
    text = write_link(cell.text, cell.address) if cell.address else Markup(escape(cell.text))
    share = f"<span>{_share(cell.share)}</span>" if cell.share is not None else ""
    width = 100 * (cell.share or 0) / longest
    bar = (
        f'<b aria-hidden="true"><i class="side-{at}" style="width:{width:.1f}%"></i></b>'
        if barred and share
        else ""
    )
    look = f' class="{escape(cell.look)}"' if cell.look else ""
    note = f'<small{look} title="{escape(cell.hint)}">{escape(cell.note)}</small>' if cell.note else ""
    return f"<td>{text}{share}{bar}{note}</td>"


def _share(share: float) -> str:
    return "&lt;1%" if 0 < share < _LEAST else f"{share:.0%}"


def _lines(sections: Sequence[Section], sides: Sequence[Side]) -> Iterator[list[FileCell]]:
    for section in sections:
        for row in section.rows:
            for side, cell in zip(sides, row.cells, strict=True):
                text = "；".join(text for text, _ in cell.items) or cell.text
                share = None if cell.share is None else round(cell.share, 4)
                noted = f"{text}（{cell.note}）" if cell.note else text
                yield [section.title, row.name, side.name, side.code, noted, cell.count, share]
