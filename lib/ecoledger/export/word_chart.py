"""Bar charts as Word draws them itself, with their numbers inside to be edited; nothing is painted beforehand."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

import xlsxwriter
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONT = "宋体"
_COLOUR = "#1D5C4A"
_SHEET = "数据"
_INLINE = """<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
 <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>
  <wp:docPr id="{number}" name={name} descr={told}/>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="{link}"/></a:graphicData></a:graphic>
 </wp:inline></w:drawing>"""


def add_bars(
    document: Document, paragraph: Paragraph, title: str, unit: str, bars: Sequence[tuple[str, int]]
) -> None:
    """Put a chart of `bars` (names and numbers, at least one, the first on top) into `paragraph`."""
    number = len(document.inline_shapes) + 1
    package = document.part.package
    book = _book(title, unit, bars)
    data = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, book, package)
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    link = chart.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        drawn = parts.read("xl/charts/chart1.xml").decode()
    chart._blob = _in_word(drawn, link).encode()
    told = f"{title}：{'、'.join(f'{name} {value}' for name, value in bars)}"
    inline = _INLINE.format(
        width=Cm(15.4),
        height=Cm(1.2 + 0.62 * len(bars)),
        number=number,
        name=quoteattr(title),
        told=quoteattr(told),
        link=document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART),
    )
    paragraph.add_run()._r.append(parse_xml(inline))


def _book(title: str, unit: str, bars: Sequence[tuple[str, int]]) -> bytes:
    """Return a workbook with the numbers and their chart, which Word opens when the chart is edited."""
    stream = io.BytesIO()
    small: dict[str, Any] = {"name": _FONT, "size": 9}
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(_SHEET)
        sheet.write_row(0, 0, (title, unit))
        for at, (name, value) in enumerate(bars, 1):
            sheet.write_string(at, 0, name)
            sheet.write_number(at, 1, value)
        chart = book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": [_SHEET, 0, 1],
                "categories": [_SHEET, 1, 0, len(bars), 0],
                "values": [_SHEET, 1, 1, len(bars), 1],
                "fill": {"color": _COLOUR},
                "data_labels": {"value": True, "num_format": "#,##0", "font": small},
                "gap": 55,
            }
        )
        chart.set_title({"none": True})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "num_font": small, "line": {"color": "#8A938F"}})
        chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
        sheet.insert_chart("D2", chart)
    return stream.getvalue()


def _in_word(chart: str, link: str) -> str:
    """Return a chart of a workbook as one of a document: with its data behind it, Chinese in our font, no frame."""
    latin = f'<a:latin typeface="{_FONT}"/>'
    chart = chart.replace(latin, f'{latin}<a:ea typeface="{_FONT}"/>')
    before, rest = chart.split("<c:printSettings>")
    after = rest.split("</c:printSettings>")[1]
    before = before.replace("<c:chart>", '<c:roundedCorners val="0"/><c:chart>', 1)
    frame = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    return f'{before}{frame}<c:externalData r:id="{link}"><c:autoUpdate val="0"/></c:externalData>{after}'
