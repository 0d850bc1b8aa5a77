"""The words around a lost place: as far as they are whole, in Simplified characters, without readings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.restore.gbk import WIDE
from ecoledger.restore.reading import TONED
from ecoledger.restore.script import simplify_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

READING = re.compile(rf"\({TONED}\)")
_BROKEN = re.compile(rf"\?|(?<![(a-zü]){TONED}\)")
_DOUBLED = re.compile("[,，](?=[，、；。,])")
_FEWEST_DOUBLED = 3
_WIDE = {ord(narrow): wide for narrow, wide in WIDE.items()}
_AROUND = 10  # characters of context on each side
_CLAUSE = 60  # characters on each side in which the next mark is looked for


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What stands around a place: whole words `before` it, and behind each place where it may end.

    `clause` and `follow` go on as far as the marks beside the place may lie, `follow` from where `behind` ends.
    """

    before: str
    behind: Mapping[int, str]
    clause: str
    follow: str

    def sentence(self, words: str, end: int) -> str:
        """Return the whole words around the place with `words` in it, which ends at `end`."""
        return self.before + words + self.behind[end]

    def clauses(self, words: str, end: int) -> str:
        """Return the same as far as the marks beside it may lie."""
        return self.clause + words + self.behind[end] + self.follow


def doubles_marks(text: str) -> bool:
    """Return whether a site put a comma before the marks of `text` (建设,。会议,、): one before a place is no mark."""
    return len(_DOUBLED.findall(text)) >= _FEWEST_DOUBLED


def find_surrounding(text: str, start: int, ends: Iterable[int], *, doubled: bool = False) -> Surrounding:
    """Return what stands around the place that begins at `text[start]` and may end at each of `ends`.

    Where the page's marks are `doubled`, the comma that was put before one is left out.
    """
    ends = frozenset(ends)
    reach = _reach(text, max(ends))
    begin = max(0, start - _CLAUSE)
    end = reach + _CLAUSE
    if doubled:
        before = text[:start].removesuffix(",")
        text = before + " " * (start - len(before)) + text[start:]

    def read(piece: str) -> str:
        return _wide(plain(_DOUBLED.sub("", piece) if doubled else piece)).rstrip(" " if doubled else "")

    return Surrounding(
        _BROKEN.split(read(text[max(0, start - 4 * _AROUND) : start]))[-1][-_AROUND:],
        {end: read(text[end:reach]) for end in ends},
        ("" if begin else "\n") + read(text[begin:start]),
        read(text[reach:end]) + ("" if end < len(text) else "\n"),
    )


def plain(text: str) -> str:
    """Return the words of `text` in Simplified characters, without readings."""
    return simplify_text(READING.sub("", text))


def _reach(text: str, end: int) -> int:
    """Return where the words end that follow `end`, before the next lost place and not within a reading."""
    broken = _BROKEN.search(text, end)
    stop = broken.start() if broken else len(text)
    for _ in range(_AROUND):
        reading = READING.match(text, end)
        end = reading.end() if reading else min(end + 1, stop)
    reading = READING.match(text, end)
    return reading.end() if reading else end


def _wide(text: str) -> str:
    return text.translate(_WIDE)
