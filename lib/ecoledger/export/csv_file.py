"""Commitments as CSV that opens right in Excel: UTF-8 with its mark, lines ended as Excel does."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ecoledger.export.column import BY_CODE, number_lines
from ecoledger.export.formula import guard
from ecoledger.export.layout import LEDGER
from ecoledger.export.stamp import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from ecoledger.export.column import Cell
    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

_SOURCE_COLUMNS = {"title", "source", "date"}


def write_csv(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO, layout: Layout = LEDGER) -> None:
    """Write the file to `stream`, row by row.

    Words that a spreadsheet would take for a formula, or for a number to be rounded, get an apostrophe before
    them (`formula.guard`). A CSV has no second sheet: its rows carry the stamp, and keep it when they are copied
    elsewhere.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    cells = [BY_CODE[code].cell for code in layout.codes]
    tail = stamp_cells(layout, stamp)
    writer.writerow([guard(title) for title in (*layout.titles, *tail)])
    said = list(tail.values())
    for line in number_lines(rows, stamp.lights):
        writer.writerow([*(_cell(cell(line)) for cell in cells), *(guard(tell(line.row)) for tell in said)])
    text.detach()


def stamp_cells(layout: Layout, stamp: Stamp) -> dict[str, Callable[[CommitmentRow], str]]:
    """Return the columns, by title, in which each row says where it comes from, as far as `layout` does not."""
    filters, lights = "；".join(stamp.filters), stamp.light_words
    found: dict[str, Callable[[CommitmentRow], str]] = {}
    if not set(layout.codes) >= _SOURCE_COLUMNS:
        found["报告出处"] = lambda row: source_of(row).words
    if "rules_version" not in layout.codes:
        found["规则版本"] = lambda row: row.rules_version
    if "light" in layout.codes:
        found["亮灯规则"] = lambda _: lights
    return found | {"筛选条件": lambda _: filters, "导出时间": lambda _: stamp.time}


def _cell(value: Cell) -> Cell:
    return guard(value) if isinstance(value, str) else value
