"""What stands behind a brief: every row in the layout of the office, every source, and the stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.export.paper import share_width
from ecoledger.export.stamp import say_stamp
from ecoledger.export.word_style import ACROSS
from ecoledger.export.word_table import add_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from ecoledger.export.column import Cell
    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Source, Stamp, Tally

MOST_ROWS = 3_000
"""Rows that a brief lists: of more, a document of hundreds of pages would have to be opened and turned."""


def add_rows(document: Document, layout: Layout, listed: list[list[str]], total: int) -> None:
    """Add the rows; of more than MOST_ROWS only say that they are left out, and where to get them."""
    document.add_paragraph("附表 1　承诺明细", style="Heading 1")
    if total > MOST_ROWS:
        document.add_paragraph(
            f"承诺共 {total:,} 条，超过 {MOST_ROWS:,} 条，明细不在此列出，请以同样的筛选条件下载 Excel。"
        )
        return
    add_table(document, layout.titles, share_width(layout.codes, ACROSS), listed, size=7.5)


def add_sources(document: Document, sources: Sequence[Source]) -> None:
    """Add the reports that the rows come from."""
    document.add_paragraph("附表 2　来源报告", style="Heading 1")
    add_table(
        document,
        ("序号", "标题", "发布单位", "地区", "日期"),
        (2, 16, 7, 5, 4),
        [
            (
                str(number),
                source.title or "无标题",
                source.source or "",
                source.place or "",
                write_cell(source.date),
            )
            for number, source in enumerate(sources, 1)
        ],
    )


def add_stamp(document: Document, stamp: Stamp, tally: Tally) -> None:
    """Add what the file says of itself."""
    document.add_paragraph("说明", style="Heading 1")
    add_table(document, ("项目", "内容"), (3, 17), say_stamp(stamp, tally))


def write_cell(value: Cell) -> str:
    """Return a cell as words."""
    return "" if value is None else str(value)
