"""Numbers that words say without writing them out: 翻一番, 一半, 全部, 三分之一, 百分之百, 上百亿."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from ecoledger.extract.numeral import read_numeral, read_range

if TYPE_CHECKING:
    from collections.abc import Iterator

NumberKind = Literal["number", "whole", "multiple"]
Word = tuple[int, int, str, NumberKind, Decimal, None, str, str]
"""Start, end, words, kind, value, no second value, unit, and the way it was read."""

ZERO_GROWTH = "零增长"
"""Written without a number or unit: read as 0 %."""
_WORD = "quantity.word"
_WORDS = re.compile(
    rf"(?=[翻零一半过超全])(?:(?P<double>翻(?P<times>[一两二三四])番)|(?P<zero>{ZERO_GROWTH})"
    rf"|(?P<half>一半(?=以上|以下|左右|[，。；、]|$)|(?<![过超])半数|过半(?=[，。；、]|$)|超半数)|(?P<all>全部|全数))"
)
_SIGNS = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CENT = Decimal("0.01")


def find_words(text: str) -> Iterator[Word]:
    """Return the words in `text` that say a number."""
    for match in _WORDS.finditer(text):
        start, end = match.span()
        value, unit, kind = _meaning(match)
        yield start, end, match.group(), kind, value, None, unit, _WORD


def _meaning(match: re.Match[str]) -> tuple[Decimal, str, NumberKind]:
    if match["double"]:
        times = read_numeral(match["times"]) or Decimal(1)
        return Decimal(2) ** int(times), "倍", "multiple"
    if match["zero"]:
        return Decimal(0), "%", "number"
    return (Decimal(50), "%", "number") if match["half"] else (Decimal(100), "%", "whole")


def read_share(words: str) -> tuple[Decimal, Decimal | None] | None:
    """Return what stands behind 百分之: 九十, 七八十, or 百 by itself."""
    return (Decimal(100), None) if words == "百" else read_range(words)


def read_fraction(share: str, whole: str) -> Decimal:
    """Return 三分之一 in hundredths, to two places: 33.33. The words are single digits, or 十."""
    part, of = read_numeral(share) or Decimal(0), read_numeral(whole) or Decimal(1)
    return (100 * part / of).quantize(_CENT).normalize() + 0


def read_round(signs: str) -> Decimal:
    """Return what 百, 千亿 say by themselves."""
    value = Decimal(1)
    for sign in signs:
        value *= _SIGNS[sign]
    return value
