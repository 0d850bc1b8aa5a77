"""Keeps words from being run: a spreadsheet takes a cell that begins with certain characters for a formula."""

from __future__ import annotations

import re

GUARD = "'"
"""Stands before such a cell in CSV, where nothing else marks words as words; people see it and take it off."""

_UNSEEN = r"[\s\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
"""Spaces, control and format characters: programs differ in which of them they drop before they look."""

_FORMULA = re.compile(rf"{_UNSEEN}*[=+\-@＝＋－＠]|[\t\r\n]")
_LONG_NUMBER = re.compile(r"\d{12,}|\d+[eE]\d+")
"""Ids of digits alone, or with one e, which a spreadsheet would round to 15 digits or blow up to a power."""


def guard(cell: str) -> str:
    """Return `cell` so that a spreadsheet shows it as words."""
    return GUARD + cell if _FORMULA.match(cell) or _LONG_NUMBER.fullmatch(cell) else cell
