"""How far a text is made of everyday characters: what was decoded with the wrong table is made of rare ones.

Both national standards put the frequent characters into a first level of their own: GB 2312 rows 16 to 55 with the
punctuation in rows 1 to 3, Big5 A4 to C6 with the punctuation in A1.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAMPLE = 20_000
_MARKS = "“”‘’《》—…"  # Big5 has other forms of some


def everyday_share(text: str, enough: float = 1.0) -> float:
    """Return the share of everyday characters, of Simplified or of Traditional, among those that are not ASCII.

    Where those of Simplified alone make more than `enough`, nothing else is counted.
    """
    sample = text[:_SAMPLE]
    foreign = len(sample) - len(sample.encode("ascii", "ignore"))
    if not foreign:
        return 0.0
    simplified, traditional = _rare()
    rare = len(simplified.findall(sample))
    if foreign - rare <= enough * foreign:
        rare = min(rare, len(traditional.findall(sample)))
    return (foreign - rare) / foreign


@cache
def _rare() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the characters that are no everyday ones of Simplified, and of Traditional Chinese."""
    simplified, traditional = ("".join(sorted(chars)) for chars in _everyday())
    return re.compile(f"[^\\x00-\\x7f{simplified}]"), re.compile(f"[^\\x00-\\x7f{traditional}]")


@cache
def _everyday() -> tuple[frozenset[str], frozenset[str]]:
    simplified = (*_chars("gb2312", 0xA1, 0xA1), *_chars("gb2312", 0xA3, 0xA3), *_chars("gb2312", 0xB0, 0xD7))
    numbers = _chars("gb2312", 0xA2, 0xA2, first=0xB1)
    return frozenset((*simplified, *numbers)), frozenset((*_chars("big5", 0xA1, 0xC6), *_MARKS))


def _chars(encoding: str, lead: int, last_lead: int, first: int = 0x40) -> Iterator[str]:
    for row in range(lead, last_lead + 1):
        for trail in range(first, 0xFF):
            yield from filter(_is_foreign, bytes((row, trail)).decode(encoding, "ignore"))


def _is_foreign(char: str) -> bool:
    return not char.isascii()
