"""Commitments as a page to be printed from any browser: every row in the layout of the office, sources and stamp."""

from __future__ import annotations

import io
from html import escape
from typing import TYPE_CHECKING

from ecoledger.export.column import BY_CODE, number_lines
from ecoledger.export.layout import LEDGER
from ecoledger.export.paper import share_width
from ecoledger.export.stamp import NAME, Tally, say_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from ecoledger.export.column import Cell
    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

_ROOM = 273.0
"""Millimetres between the margins."""
_STYLE = """
@page { size: A4 landscape; margin: 12mm 12mm 14mm; }
body { margin: 0 auto; max-width: 273mm; padding: 8mm; color: #000; background: #fff;
  font: 7.5pt/1.45 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h1 { margin: 0 0 4mm; text-align: center; font: bold 18pt/1.4 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h2 { margin: 6mm 0 2mm; font: bold 11pt/1.4 SimHei, "Heiti SC", sans-serif; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #777; padding: .8mm .7mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #e8efeb; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 4mm; margin: 0; }
dt { font-weight: bold; } dd { margin: 0; }
@media print { body { padding: 0; max-width: none; } }
"""


def write_print(
    rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO, layout: Layout = LEDGER
) -> None:
    """Write the page to `stream`. It holds all it needs: no picture, script or font from elsewhere."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="\n", write_through=True)
    tally = Tally()
    cells = [BY_CODE[code].cell for code in layout.codes]
    text.write(
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{NAME}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{NAME}</h1>\n<table>{_head(layout)}<tbody>\n"
    )
    for line in number_lines(tally.over(rows), stamp.lights):
        text.write(f"<tr>{''.join(_cell(cell(line)) for cell in cells)}</tr>\n")
    text.write("</tbody></table>\n<h2>来源报告</h2>\n<ol>")
    text.writelines(f"<li>{escape(source.words)}</li>\n" for source in tally.sources.values())
    text.write(f"</ol>\n<h2>说明</h2>\n{_list(say_stamp(stamp, tally))}</body></html>\n")
    text.detach()


def _head(layout: Layout) -> str:
    """Return columns and head; the columns share the width as they do in a workbook."""
    shares = "".join(
        f'<col style="width:{100 * width / _ROOM:.2f}%">' for width in share_width(layout.codes, _ROOM)
    )
    names = "".join(f'<th scope="col">{escape(title)}</th>' for title in layout.titles)
    return f"<colgroup>{shares}</colgroup><thead><tr>{names}</tr></thead>"


def _cell(value: Cell) -> str:
    look = ' class="n"' if isinstance(value, (int, float)) else ""
    return f"<td{look}>{'' if value is None else escape(str(value))}</td>"


def _list(said: Sequence[tuple[str, str]]) -> str:
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in said)
    return f"<dl>{lines}</dl>"
