"""Tables in Word, written as a whole: cell by cell, a table of thousands of rows would take minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A938F"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(f'<w:{side} w:w="40" w:type="dxa"/>' for side in ("left", "right"))
_HEAD = '<w:shd w:val="clear" w:color="auto" w:fill="E8EFEB"/>'


def add_table(
    document: Document,
    head: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[str]],
    *,
    size: float = 9,
    numbers: Iterable[int] = (),
) -> None:
    """Add a table at the end: its head stands again on each page, no row is torn, columns `numbers` are to the right.

    `widths` are shares of the width of the page, `size` is that of the type in points.
    """
    section = document.sections[-1]
    room = ((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) // 635
    twips = [int(room * width / sum(widths)) for width in widths]
    right = frozenset(numbers)
    fonts = f'<w:rPr><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr>'
    bold = fonts.replace("<w:rPr>", "<w:rPr><w:b/>")

    def cell(at: int, words: str, run: str, shade: str) -> str:
        align = "center" if shade else "right" if at in right else "left"
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{twips[at]}" w:type="dxa"/>{shade}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="{align}"/></w:pPr>'
            f'<w:r>{run}<w:t xml:space="preserve">{write_words(words)}</w:t></w:r></w:p></w:tc>'
        )

    def line(words: Sequence[str], run: str, shade: str = "") -> str:
        repeat = "<w:tblHeader/>" if shade else ""
        cells = "".join(cell(at, word, run, shade) for at, word in enumerate(words))
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"

    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    body = "".join(line(row, fonts) for row in rows)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{line(head, bold, _HEAD)}{body}</w:tbl>"
    )
    document.element.body._insert_tbl(table)
    document.add_paragraph(style="Cell")


def write_words(words: str) -> str:
    """Return `words` for XML: what the format cannot hold is left out."""
    return escape(clean(words))


def clean(words: str) -> str:
    """Return `words` without the characters that no XML can hold."""
    return _NO_XML.sub("", words).replace("\r", "").replace("\n", " ")
