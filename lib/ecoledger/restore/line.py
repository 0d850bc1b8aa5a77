"""Step 6: lines: a paragraph a line again where a copy broke it, no spaces that typesetting does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.restore.reading import HAN

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText

# No line of Chinese begins with these marks, and none ends with these.
_BEFORE_MARK = re.compile(r"(?<=[^\s。！？])[ ]*\n\s*(?=[，。、；：？！”’）》】])")
_AFTER_MARK = re.compile(r"(?<=[^\n]{17}[，、“‘（《])[ ]*\n\s*(?=\S)")
_EDGES = re.compile(r"^[ ]+|(?<! )[ ]+$", re.M)  # a run is tried once, not from each of its spaces
_EMPTY = re.compile(r"^\n+|\n+(?=\n)|\n+\Z")
_SPACES = re.compile(r" {2,}")
_INNER = re.compile(
    rf"(?<=[{HAN}，。、；：？！“”‘’（）《》]) (?=[{HAN}，。、；：？！“”‘’（）《》0-9])|(?<=[0-9]) (?=[{HAN}])"
)
_ENDS = "。！？：；”’）》…!?:;.)"
_WRAPPED = 18  # characters: a shorter line is a heading, not a line that ran into the margin


def join_lines(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text with broken lines joined, and how many breaks there were."""
    before = mapped.text.count("\n")
    mapped = mapped.substitute(_BEFORE_MARK, "").substitute(_AFTER_MARK, "")
    joined = before - mapped.text.count("\n")
    mapped = mapped.substitute(_EDGES, "")
    wrapped = _find_wrapped(mapped.text)
    return mapped.replace([(at, at + 1, "") for at in wrapped]), joined + len(wrapped)


def tidy_spaces(mapped: MappedText) -> MappedText:
    """Return the text without empty lines, and without spaces inside the sentences of a long line."""
    mapped = mapped.substitute(_EDGES, "").substitute(_EMPTY, "").substitute(_SPACES, " ")
    edits = []
    at = 0
    for line in mapped.text.split("\n"):
        if "。" in line:
            edits += [(at + m.start(), at + m.end(), "") for m in _INNER.finditer(line)]
        at += len(line) + 1
    return mapped.replace(edits)


def _find_wrapped(text: str) -> list[int]:
    """Return the line breaks of hard-wrapped paragraphs: three lines or more, full to one margin, none ending a sentence."""
    found: list[int] = []
    run: list[tuple[int, int]] = []  # (position of the break, length of the line)
    at = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        full = (
            len(line) >= _WRAPPED and line[-1] not in _ENDS and number + 1 < len(lines) and lines[number + 1]
        )
        if full and (not run or abs(run[-1][1] - len(line)) <= 2):
            run.append((at + len(line), len(line)))
        else:
            if len(run) >= 3:
                found += [place for place, _ in run]
            run = [(at + len(line), len(line))] if full else []
        at += len(line) + 1
    return found
