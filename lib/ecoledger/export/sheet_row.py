"""Rows of a sheet as XML (SpreadsheetML), written straight: a hundred thousand of them in seconds."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from ecoledger.export.column import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.export.column import Cell, Line

MOST_CHARACTERS = 32_767
"""Characters that a cell takes, in UTF-16 as Excel counts them."""
CUT = "……（超出单元格长度，以下略，全文见报告）"
EARLIEST = dt.date(1900, 1, 1)
"""Excel knows no day before it; such a day is written as words."""
_ZERO = dt.date(1899, 12, 30)
_LEAP = dt.date(1900, 3, 1)
"""From here on days are counted as if there had been a 29 February 1900."""
_SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the styles of words, days and numbers in the workbook."""

    words: int
    day: int
    number: int


class RowWriter:
    """Writes lines as rows; `cut` counts texts that were too long for a cell."""

    def __init__(self, codes: Sequence[str], styles: Styles) -> None:
        self.cut = 0
        self._cells = [(xl_col_to_name(at), BY_CODE[code].cell) for at, code in enumerate(codes)]
        self._styles = styles

    def write(self, at: int, line: Line) -> bytes:
        """Return `line` as the `at`th row, the head being the first."""
        found = []
        for name, cell in self._cells:
            value = cell(line)
            if value is not None and value != "":
                found.append(self._cell(f"{name}{at}", value))
        return f'<row r="{at}">{"".join(found)}</row>'.encode("utf-8", "replace")

    def _cell(self, place: str, value: Cell) -> str:
        if isinstance(value, (int, float)):
            return f'<c r="{place}" s="{self._styles.number}"><v>{value!r}</v></c>'
        if isinstance(value, dt.date) and value >= EARLIEST:
            return f'<c r="{place}" s="{self._styles.day}"><v>{count_days(value)}</v></c>'
        words = str(value)
        fitting = fit(words)
        self.cut += fitting != words
        return (
            f'<c r="{place}" s="{self._styles.words}" t="inlineStr">'
            f'<is><t xml:space="preserve">{escape(fitting)}</t></is></c>'
        )


def count_days(day: dt.date) -> int:
    """Return a day as Excel counts it: 1 is 1 January 1900."""
    return (day - _ZERO).days - (day < _LEAP)


def escape(words: str) -> str:
    """Return `words` as the text of an element: what XML cannot hold as Excel writes it (_x0001_), and that itself too."""
    return _SPECIAL.sub(_escaped, words) if _SPECIAL.search(words) else words


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in _MARKS:
        return _MARKS[mark]
    return f"_x005F{mark}" if len(mark) > 1 else f"_x{ord(mark):04X}_"


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
