"""Commitments as an XLSX workbook: a sheet of rows, and one that says where they come from."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ecoledger.export.column import COLUMNS, NUMBER
from ecoledger.export.stamp import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.column import Cell
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
_NUMBER_WIDTH = 8


def export_xlsx(rows: Iterable[CommitmentRow], stamp: Stamp) -> bytes:
    """Return the whole file."""
    stream = io.BytesIO()
    write_xlsx(rows, stamp, stream)
    return stream.getvalue()


def write_xlsx(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the workbook to `stream`. Words are written as words: no formula, no link, whatever they begin with.

    A text too long for a cell is cut, ends with CUT, and the sheet 说明 says how many there are.
    Raises OSError where the disk is full.
    """
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    try:
        with xlsxwriter.Workbook(stream, options) as book:
            book.set_properties({"title": "生态承诺台账", "created": stamp.made_at})
            tally = Tally()
            cut = _write_rows(book, tally.over(rows))
            _write_about(book, stamp, tally, cut)
    except FileCreateError as error:
        raise (error.__cause__ or error.__context__ or error) from None


def _write_rows(book: Any, rows: Iterable[CommitmentRow]) -> int:
    """Write the rows, on as many sheets as they need, and return how many texts had to be cut."""
    formats = {"day": book.add_format({"num_format": "yyyy-mm-dd"}), "head": book.add_format({"bold": True})}
    sheet = _add_sheet(book, ROWS, formats["head"])
    cut = 0
    for number, row in enumerate(rows):
        at = number % MOST_ROWS + 1
        if number and at == 1:
            sheet = _add_sheet(book, f"{ROWS}{number // MOST_ROWS + 1}", formats["head"])
        sheet.write_number(at, 0, number + 1)
        for column, kind in enumerate(COLUMNS, 1):
            cut += _write(sheet, at, column, kind.cell(row), formats["day"])
    return cut


def _add_sheet(book: Any, name: str, head: Any) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, _NUMBER_WIDTH)
    sheet.write_string(0, 0, NUMBER, head)
    for at, column in enumerate(COLUMNS, 1):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.name, head)
    return sheet


def _write(sheet: Any, row: int, column: int, value: Cell, day: Any) -> bool:
    """Write a cell and return whether its text had to be cut."""
    if value is None or value == "":
        return False
    if isinstance(value, dt.date) and value.year >= EARLIEST_YEAR:
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), day)
    elif isinstance(value, int):
        sheet.write_number(row, column, value)
    else:
        words = str(value)
        fitting = fit(words)
        sheet.write_string(row, column, fitting)
        return fitting != words
    return False


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


def _write_about(book: Any, stamp: Stamp, tally: Tally, cut: int) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 4, 36)
    head = book.add_format({"bold": True})
    lines: list[tuple[str, str]] = [
        ("导出时间", stamp.time),
        ("承诺条数", str(tally.rows)),
        ("来源报告数", str(len(tally.sources))),
        ("规则版本", "、".join(sorted(tally.rules_versions)) or "（无）"),
        *(("筛选条件", line) for line in stamp.filters),
        ("完成时限", "各条承诺中最早的确定日期；“长期坚持”一类不计。"),
        ("日期", "会议日期；没有时为发布日期，见“日期来源”一列。"),
    ]
    if cut:
        lines.append(("超长文本", f"{cut} 个单元格超出长度上限而截断，末尾有注明。"))
    for at, (name, words) in enumerate(lines):
        sheet.write_string(at, 0, name, head)
        sheet.write_string(at, 1, fit(words))
    top = len(lines) + 1
    for column, name in enumerate(("来源报告", "标题", "发布单位", "地区", "日期")):
        sheet.write_string(top, column, name, head)
    for at, source in enumerate(tally.sources.values(), top + 1):
        day = source.date.isoformat() if source.date else ""
        cells = (source.report_id, source.title, source.source, source.place, day)
        for column, cell in enumerate(cells):
            sheet.write_string(at, column, fit(cell or ""))
