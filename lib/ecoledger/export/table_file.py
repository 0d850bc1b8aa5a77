"""A table of a page as CSV that opens right in Excel, with what it says of itself in the last columns of each row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ecoledger.export.formula import guard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ecoledger.export.column import Cell


def write_table(head: Sequence[str], rows: Iterable[Sequence[Cell]], said: Mapping[str, str]) -> bytes:
    """Return the file: UTF-8 with its mark, lines ended as Excel does; `said` are title and words of the last columns.

    Words that a spreadsheet would run get an apostrophe before them (`formula.guard`).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guard(title) for title in (*head, *said)])
    for row in rows:
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in (*row, *said.values())])
    return text.getvalue().encode("utf-8-sig")
