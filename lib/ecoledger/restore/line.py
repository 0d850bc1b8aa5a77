"""Step 6: lines: a paragraph a line again where a copy broke it, no spaces that typesetting does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.restore.continuation import find_broken
from ecoledger.restore.margin import Row
from ecoledger.restore.spacing import find_empty_spaces

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText

_BEFORE_MARK = re.compile(r"(?<=[^\s。！？])[ ]*\n\s*(?=[，。、；：？！”’）》】])")
_AFTER_MARK = re.compile(
    r"(?<=[^\n]{17}，)[ ]*\n\s*(?=\S)"
    r"|(?<=[^\s]{3}[、“‘（《])[ ]*\n\s*(?=[^\s，。、；：])"
)
# No line of Chinese begins with these marks, and none ends with these.
_NEVER_FIRST = frozenset("，。、；：？！”’）》】")
_NEVER_LAST = frozenset("，、“‘（《")
_EDGES = re.compile(r"^[ ]+|(?<! )[ ]+$", re.M)  # a run is tried once, not from each of its spaces
_EMPTY = re.compile(r"\n(?:(?<=\A\n)\n*|\n*(?=\n)|\n*\Z)")
_SPACES = re.compile(r" {2,}")
_LATIN = re.compile("[A-Za-z0-9]$")
_BAR = re.compile(
    r"^[|｜] ?(?=[\u3400-\u9fff“《][^|｜\n]*$)|(?<=【)[|｜](?=[\u3400-\u9fff“《][^|｜\n]*】)", re.M
)
"""A bar that parts the title from nothing; a row of a table has more than one."""
_APART = 2  # spaces before a line that begins a paragraph; blank lines set one off as well


def join_lines(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text with broken lines joined, and how many breaks there were."""
    before = mapped.text.count("\n")
    if _breaks_oddly(mapped.text):
        mapped = mapped.substitute(_BEFORE_MARK, "").substitute(_AFTER_MARK, "")
    joined = before - mapped.text.count("\n")
    rows = _read_rows(mapped.text)
    edits = []
    for number in find_broken(rows):
        left, right = rows[number - 1], rows[number]
        latin = _LATIN.search(left.text) and right.text[0].isascii() and right.text[0].isalpha()
        edits.append((left.end, right.start, " " if latin else ""))
    return _trim(mapped.replace(edits)), joined + len(edits)


def _breaks_oddly(text: str) -> bool:
    """Return whether any line begins or ends with a mark that no line of Chinese begins or ends with."""
    lines = list(map(str.strip, text.split("\n")))
    return not (
        _NEVER_FIRST.isdisjoint(line[:1] for line in lines)
        and _NEVER_LAST.isdisjoint(line[-1:] for line in lines)
    )


def _trim(mapped: MappedText) -> MappedText:
    """Return the text without spaces at the edges of its lines."""
    lines = f"\n{mapped.text}\n"
    return mapped.substitute(_EDGES, "") if "\n " in lines or " \n" in lines else mapped


def _read_rows(text: str) -> list[Row]:
    """Return the lines of `text` that hold something, with whether a paragraph begins there to the eye."""
    rows: list[Row] = []
    at = 0
    blank = False
    for line in text.split("\n"):
        words = line.strip(" ")
        indent = len(line) - len(line.lstrip(" "))
        if words:
            rows.append(Row(at + indent, at + indent + len(words), words, blank or indent >= _APART))
        blank = not words
        at += len(line) + 1
    return rows


def tidy_spaces(mapped: MappedText) -> MappedText:
    """Return the text without empty lines, and without spaces that say nothing inside the sentences of a long line."""
    mapped = _trim(mapped)
    if "|" in mapped.text or "｜" in mapped.text:
        mapped = mapped.substitute(_BAR, "")
    if "\n\n" in f"\n{mapped.text}\n":
        mapped = mapped.substitute(_EMPTY, "")
    if " " not in mapped.text:
        return mapped
    mapped = mapped.substitute(_SPACES, " ")
    edits = []
    at = 0
    for line in mapped.text.split("\n"):
        if "。" in line:
            edits += [(at + start, at + end, "") for start, end in find_empty_spaces(line)]
        at += len(line) + 1
    return mapped.replace(edits)
