"""What became of each document of an import, as a table: the same on the screen and in files."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import xlsxwriter

from ecoledger.export.column import NUMBER
from ecoledger.export.formula import guard
from ecoledger.export.sheet_row import fit
from ecoledger.term import DAMAGES, OUTCOMES, likeness_text, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from ecoledger.ingest import Ingested
    from ecoledger.ledger.filed import Filed

SHEET = "导入结果"
_NUMBER_WIDTH = 8


@dataclass(frozen=True, slots=True)
class OutcomeColumn:
    """A column: its Chinese name, its width in characters, and its cell for a document."""

    name: str
    width: int
    cell: Callable[[Ingested], str | int]


def damage_text(filed: Filed) -> str:
    """Return what was damaged in the document, and how much of it was put right, in one line."""
    return "；".join(
        f"{name_of(DAMAGES, one.kind)} {one.count:,} 处"
        + (f"（修复 {one.repaired:,}）" if one.repaired else "")
        for one in filed.damage
        if one.count
    )


def remark(one: Ingested) -> str:
    """Return what a person should know: why it failed, whose copy it is, that it is not reliable."""
    if one.filed is None:
        return one.message
    said = []
    if one.outcome == "copy":
        of = f"《{one.filed.title}》" if one.filed.title else "已有报告"
        like = f"（相似度 {likeness_text(one.filed.likeness)}）" if one.filed.likeness is not None else ""
        said.append(f"与{of}是同一篇报道{like}，已作为它的另一来源并入")
    if not one.filed.reliable:
        said.append("文字不可靠，须对照权威来源核对")
    return "；".join(said)


COLUMNS = (
    OutcomeColumn("结果", 8, lambda one: name_of(OUTCOMES, one.outcome)),
    OutcomeColumn("文件", 40, lambda one: one.file),
    OutcomeColumn("报告", 44, lambda one: (one.filed.title or "（无标题）") if one.filed else ""),
    OutcomeColumn("承诺", 8, lambda one: one.filed.commitments if one.filed else ""),
    OutcomeColumn("文字可靠", 10, lambda one: ("是" if one.filed.reliable else "否") if one.filed else ""),
    OutcomeColumn("损坏", 36, lambda one: damage_text(one.filed) if one.filed else ""),
    OutcomeColumn("说明", 60, remark),
    OutcomeColumn("报告编号", 20, lambda one: one.filed.report_id if one.filed else ""),
)
"""`承诺` counts the commitments of the report, whichever of its sources the document is."""

HEAD = (NUMBER, *(column.name for column in COLUMNS))


def outcome_row(number: int, one: Ingested) -> tuple[str | int, ...]:
    """Return the cells of a document, the `number`th; the name of a file may hold bytes that are no text."""
    cells = (column.cell(one) for column in COLUMNS)
    return number, *(
        cell.encode(errors="replace").decode() if isinstance(cell, str) else cell for cell in cells
    )


def write_outcomes_csv(done: Iterable[Ingested], stream: BinaryIO) -> None:
    """Write the table as CSV that opens right in Excel; words that it would take for a formula are guarded."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    for number, one in enumerate(done, 1):
        cells = outcome_row(number, one)
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in cells])
    text.detach()


def write_outcomes_xlsx(done: Iterable[Ingested], stream: BinaryIO) -> None:
    """Write the table as a workbook of one sheet; words are written as words."""
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet(SHEET)
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for at, (name, width) in enumerate(
            zip(HEAD, (_NUMBER_WIDTH, *(c.width for c in COLUMNS)), strict=True)
        ):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, name, bold)
        for number, one in enumerate(done, 1):
            for at, cell in enumerate(outcome_row(number, one)):
                if isinstance(cell, int):
                    sheet.write_number(number, at, cell)
                elif cell:
                    sheet.write_string(number, at, fit(cell))
