"""Step 1: lines of which one two-byte table was taken for the other: 翠疭跋現 for 香港特區, 遠噫悵誘 for 环境保护.

A page from Taiwan or Hong Kong opened as one from the mainland shows a character for a character, nearly all of them
rare ones, and so does the reverse. A line is read anew where it is made of rare characters and would be made of
everyday ones; a short line, where long lines of its page are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.everyday import everyday_share
from ecoledger.restore.torn import Piece, keep_readable
from ecoledger.restore.wrong_table import LOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.mapped import MappedText

_TABLES = (("gb18030", "big5hkscs"), ("big5hkscs", "gb18030"))
"""What was taken, and what was right."""
_LONG = 6  # characters that are not ASCII
_SHORT = 2
_RARE = 0.7  # most of everyday characters in a line read wrongly; one read rightly has 0.94 and more, nearly always
_EVERYDAY = 0.85
_EVERYDAY_TORN = 0.75  # beside a lost byte the pairs shift
_GAIN = 0.2
_RUBBISH = 0.5
_MUCH = 20


class _Line(NamedTuple):
    start: int
    text: str
    size: int  # characters that are not ASCII


def read_swapped(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text with the lines read anew of which the other table was taken, and how many these were."""
    if mapped.text.isascii():
        return mapped, 0
    lines = [line for line in _read_lines(mapped.text) if everyday_share(line.text, _RARE) <= _RARE]
    for wrong, right in _TABLES:
        found = [line for line in lines if line.size >= _LONG and _is_swapped(line.text, wrong, right)]
        if not found:
            continue
        found += [
            line for line in lines if _SHORT <= line.size < _LONG and _is_swapped(line.text, wrong, right)
        ]
        edits = [edit for line in sorted(found) for edit in _read_anew(line, wrong, right)]
        return mapped.replace(edits), len(found)
    return mapped, 0


def find_rare(text: str) -> list[tuple[int, int]]:
    """Return the lines of `text` that are made of rare characters, whatever table they were read with."""
    return [
        (line.start, line.start + len(line.text))
        for line in _read_lines(text)
        if line.size >= _MUCH and everyday_share(line.text, _RUBBISH) <= _RUBBISH
    ]


def _read_lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        if not line.isascii():
            yield _Line(at, line, len(line) - len(line.encode("ascii", "ignore")))
        at += len(line) + 1


def _is_swapped(line: str, wrong: str, right: str) -> bool:
    own = everyday_share(line)
    again = "".join(_reread(char, wrong, right) for char in line)
    enough = _EVERYDAY_TORN if LOST in again else _EVERYDAY
    return everyday_share(again) >= max(enough, own + _GAIN)


def _read_anew(line: _Line, wrong: str, right: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters to put in. Beside a lost one the pairs may have shifted: only clauses that read as Chinese."""
    pieces = [Piece(at, at + 1, _reread(char, wrong, right)) for at, char in enumerate(line.text)]
    torn = any(piece.char == LOST for piece in pieces)
    for clause in keep_readable(pieces) if torn else [pieces]:
        for piece in clause:
            if piece.char != line.text[piece.start]:
                yield line.start + piece.start, line.start + piece.end, piece.char


def _reread(char: str, wrong: str, right: str) -> str:
    """Return what the two bytes behind `char` stand for in the right table, � where that is nothing."""
    if char <= "\x7f":
        return char
    try:
        raw = char.encode(wrong)
        return raw.decode(right) if len(raw) == 2 else LOST
    except UnicodeError:
        return LOST
