"""Commitments as CSV that opens right in Excel: UTF-8 with its mark, lines ended as Excel does."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ecoledger.export.column import COLUMNS, NUMBER
from ecoledger.export.formula import guard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.column import Cell
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

STAMP_COLUMNS = ("筛选条件", "导出时间")
"""A CSV has no second sheet: its rows carry the stamp, and keep it when they are copied elsewhere."""


def export_csv(rows: Iterable[CommitmentRow], stamp: Stamp) -> bytes:
    """Return the whole file."""
    stream = io.BytesIO()
    write_csv(rows, stamp, stream)
    return stream.getvalue()


def write_csv(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`, row by row.

    Words that a spreadsheet would take for a formula, or for a number to be rounded, get an apostrophe before
    them (`formula.guard`).
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([NUMBER, *(column.name for column in COLUMNS), *STAMP_COLUMNS])
    tail = [guard("；".join(stamp.filters)), stamp.time]
    for number, row in enumerate(rows, 1):
        writer.writerow([number, *(_cell(column.cell(row)) for column in COLUMNS), *tail])
    text.detach()


def _cell(value: Cell) -> Cell:
    return guard(value) if isinstance(value, str) else value
