"""Commitments as an XLSX workbook: a sheet of rows, and one that says where they come from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ecoledger.export.column import BY_CODE, number_lines
from ecoledger.export.layout import LEDGER
from ecoledger.export.stamp import NAME, Tally, say_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import BinaryIO

    from ecoledger.export.column import Cell, Line
    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

ROWS, ABOUT = "承诺", "说明"
MOST_ROWS = 1_048_575
"""Rows that a sheet takes below its header; the rest goes on further sheets."""
MOST_CHARACTERS = 32_767
"""Characters that a cell takes, in UTF-16 as Excel counts them."""
EARLIEST_YEAR = 1900
"""Excel knows no day before it; such a day is written as words."""
CUT = "……（超出单元格长度，以下略，全文见报告）"
_LANDSCAPE_A4 = 9


def write_xlsx(
    rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO, layout: Layout = LEDGER
) -> None:
    """Write the workbook to `stream`. Words are written as words: no formula, no link, whatever they begin with.

    A text too long for a cell is cut, ends with CUT, and the sheet 说明 says how many there are.
    Raises OSError where the disk is full.
    """
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    try:
        with xlsxwriter.Workbook(stream, options) as book:
            book.set_properties({"title": NAME, "created": stamp.made_at})
            tally = Tally()
            cut = _write_rows(book, number_lines(tally.over(rows), stamp.lights), layout)
            _write_about(book, say_stamp(stamp, tally), tally, cut)
    except FileCreateError as error:
        raise (error.__cause__ or error.__context__ or error) from None


def _write_rows(book: Any, lines: Iterable[Line], layout: Layout) -> int:
    """Write the rows, on as many sheets as they need, and return how many texts had to be cut."""
    top = {"valign": "top"}
    formats = {
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
        "words": book.add_format({"text_wrap": True, **top}),
        "number": book.add_format(top),
        "head": book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EFEB", "bottom": 1}
        ),
    }
    cells = [BY_CODE[code].cell for code in layout.codes]
    sheet = _add_sheet(book, ROWS, layout, formats["head"])
    cut = at = 0
    for line in lines:
        at += 1
        if at > MOST_ROWS:
            sheet.autofilter(0, 0, MOST_ROWS, len(cells) - 1)
            sheet = _add_sheet(book, f"{ROWS}{(line.number - 1) // MOST_ROWS + 1}", layout, formats["head"])
            at = 1
        for column, cell in enumerate(cells):
            value = cell(line)
            if value is not None and value != "":
                cut += _write(sheet, at, column, value, formats)
    sheet.autofilter(0, 0, at, len(cells) - 1)
    return cut


def _add_sheet(book: Any, name: str, layout: Layout, head: Any) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_LANDSCAPE_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    for at, (code, title) in enumerate(layout.columns):
        sheet.set_column(at, at, BY_CODE[code].width)
        sheet.write_string(0, at, title, head)
    return sheet


def _write(sheet: Any, row: int, column: int, value: Cell, formats: Mapping[str, Any]) -> bool:
    """Write a cell and return whether its text had to be cut."""
    if isinstance(value, (int, float)):
        sheet.write_number(row, column, value, formats["number"])
        return False
    if isinstance(value, dt.date) and value.year >= EARLIEST_YEAR:
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), formats["day"])
        return False
    words = str(value)
    fitting = fit(words)
    sheet.write_string(row, column, fitting, formats["words"])
    return fitting != words


def fit(text: str) -> str:
    """Return `text`, cut so that it ends with CUT where a cell would not take it."""
    if len(text) * 2 <= MOST_CHARACTERS or _units(text) <= MOST_CHARACTERS:
        return text
    kept = text[: MOST_CHARACTERS - len(CUT)]
    while _units(kept) > MOST_CHARACTERS - len(CUT):
        kept = kept[: len(kept) - (_units(kept) - MOST_CHARACTERS + len(CUT) + 1) // 2]
    return kept + CUT


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _write_about(book: Any, said: list[tuple[str, str]], tally: Tally, cut: int) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 4, 24)
    head = book.add_format({"bold": True, "valign": "top"})
    if cut:
        said = [*said, ("超长文本", f"{cut} 个单元格超出长度上限而截断，末尾有注明。")]
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
