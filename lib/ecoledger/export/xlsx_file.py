"""Commitments as an XLSX workbook: sheets of rows, and one that says where they come from.

xlsxwriter makes the workbook with its heads, styles and pages; the rows are put into its sheets as they come.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass
from shutil import copyfileobj
from typing import IO, TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from ecoledger.export.column import BY_CODE, number_lines
from ecoledger.export.layout import LEDGER
from ecoledger.export.sheet_row import RowWriter, Styles, fit
from ecoledger.export.stamp import NAME, Tally, say_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.column import Line
    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

ROWS, ABOUT = "承诺", "说明"
MOST_ROWS = 1_048_575
"""Rows that a sheet takes below its header; the rest goes on further sheets."""
_A4 = 9
_TOP = {"valign": "top"}
_STYLES = {
    "words": {"text_wrap": True, **_TOP},
    "day": {"num_format": "yyyy-mm-dd", "align": "left", **_TOP},
    "number": _TOP,
}
_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EFEB", "bottom": 1}
_SAMPLE = re.compile(rb'<row r="2".*?</row>')
"""A row with a cell of each style, in whose place the rows are put."""
_EXTENT = re.compile(rb"<dimension [^>]*/>")
_PIECE = 1 << 20


@dataclass(slots=True)
class _Sheet:
    """Rows of a sheet, written as XML, and how many there are."""

    data: IO[bytes]
    rows: int = 0


def write_xlsx(
    rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO, layout: Layout = LEDGER
) -> None:
    """Write the workbook to `stream`. Words are written as words: no formula, no link, whatever they begin with.

    A text too long for a cell is cut, ends with `sheet_row.CUT`, and the sheet 说明 says how many there are.
    Raises OSError where the disk is full.
    """
    tally = Tally()
    writer = RowWriter(layout.codes, _read_styles(stamp, layout))
    with ExitStack() as held:
        sheets = _write_rows(number_lines(tally.over(rows), stamp.lights), writer, held)
        said = say_stamp(stamp, tally)
        if writer.cut:
            said.append(("超长文本", f"{writer.cut} 个单元格超出长度上限而截断，末尾有注明。"))
        book = _make_book(stamp, layout, [sheet.rows for sheet in sheets], said, tally)
        _join(book, layout, sheets, stream)


def _write_rows(lines: Iterable[Line], writer: RowWriter, held: ExitStack) -> list[_Sheet]:
    """Return the sheets that the rows need, at least one."""
    sheets = [_new_sheet(held)]
    for line in lines:
        if sheets[-1].rows == MOST_ROWS:
            sheets.append(_new_sheet(held))
        sheet = sheets[-1]
        sheet.rows += 1
        sheet.data.write(writer.write(sheet.rows + 1, line))
    return sheets


def _new_sheet(held: ExitStack) -> _Sheet:
    return _Sheet(held.enter_context(tempfile.TemporaryFile()))


def _make_book(
    stamp: Stamp, layout: Layout, counts: list[int], said: list[tuple[str, str]], tally: Tally
) -> io.BytesIO:
    """Return the workbook with its heads, a sample row in each sheet, and the sheet 说明."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(stream, options) as book:
        formats = [book.add_format(style) for style in _STYLES.values()]
        head = book.add_format(_HEAD)
        book.set_properties({"title": NAME, "created": stamp.made_at})
        for number, count in enumerate(counts, 1):
            sheet = book.add_worksheet(f"{ROWS}{number}" if number > 1 else ROWS)
            _set_page(sheet)
            for at, (code, title) in enumerate(layout.columns):
                sheet.set_column(at, at, BY_CODE[code].width)
                sheet.write_string(0, at, title, head)
            sheet.autofilter(0, 0, count, len(layout.columns) - 1)
            for at, style in enumerate(formats):
                sheet.write_blank(1, at, None, style)
        _write_about(book, said, tally)
    return stream


def _set_page(sheet: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _read_styles(stamp: Stamp, layout: Layout) -> Styles:
    """Return the numbers that xlsxwriter gives the styles of the sample row."""
    with zipfile.ZipFile(_make_book(stamp, layout, [1], [], Tally())) as parts:
        (row,) = _SAMPLE.findall(parts.read("xl/worksheets/sheet1.xml"))
    return Styles(*(int(number) for number in re.findall(rb' s="(\d+)"', row)))


def _join(book: io.BytesIO, layout: Layout, sheets: list[_Sheet], stream: BinaryIO) -> None:
    """Write `book` to `stream`, with the rows in its sheets."""
    named = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 1)}
    last = xl_col_to_name(len(layout.columns) - 1)
    with zipfile.ZipFile(book) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        for name in made.namelist():
            content = made.read(name)
            sheet = named.get(name)
            if sheet is None:
                parts.writestr(name, content)
                continue
            extent = f'<dimension ref="A1:{last}{sheet.rows + 1}"/>'.encode()
            before, after = _SAMPLE.split(_EXTENT.sub(extent, content))
            with parts.open(name, "w", force_zip64=True) as part:
                part.write(before)
                sheet.data.seek(0)
                copyfileobj(sheet.data, part, _PIECE)
                part.write(after)


def _write_about(book: Any, said: list[tuple[str, str]], tally: Tally) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 4, 24)
    head = book.add_format({"bold": True, "valign": "top"})
    for at, (name, words) in enumerate(said):
        sheet.write_string(at, 0, name, head)
        sheet.write_string(at, 1, fit(words))
    top = len(said) + 1
    for column, name in enumerate(("来源报告", "标题", "发布单位", "地区", "日期")):
        sheet.write_string(top, column, name, head)
    for at, source in enumerate(tally.sources.values(), top + 1):
        day = source.date.isoformat() if source.date else ""
        cells = (source.report_id, source.title, source.source, source.place, day)
        for column, cell in enumerate(cells):
            sheet.write_string(at, column, fit(cell or ""))
