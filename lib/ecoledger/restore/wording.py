"""How well a string reads as Chinese: word frequencies of a dictionary, and the words of the report itself."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table
from ecoledger.restore.lexis import LONGEST, load_lexis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.restore.lexis import Lexis

_NAME = -12.0  # a surname that is no other word
_CLAUSE_ENDS = frozenset("，。、；：？！”）")
_UNFINISHED = -3.0  # a preposition before a comma, a particle behind one
_UNKNOWN = -14.0  # a Chinese character that no word of the dictionary explains
_FOREIGN = -12.0  # any other character inside Chinese
_MARKS = {
    "，": -3.2, "、": -3.6, "。": -3.9, "“": -5.5, "”": -5.5, "；": -5.5, "：": -6.0, "（": -6.0, "）": -6.0,
    "《": -7.0, "》": -7.0, "？": -12.0, "！": -8.0, "—": -8.0, "·": -9.0, "…": -10.0, "‘": -10.0, "’": -10.0,
}  # fmt: skip
_JOINTS = "，。、；“”"
_NEUTRAL = -5.0  # other punctuation and digits
_SELDOM = (
    -10.5
)  # a character that stands alone this seldom is a wrong one, or a name that must not be made up
_OWN = {
    2: 1.2,
    3: 1.6,
    4: 2.0,
}  # what a string of so many characters that stands elsewhere in the report adds
_REMEMBERED = 1 << 14  # beginnings of words: a longer search meets those of a shorter one again
_PLAIN = frozenset("%0123456789\n ")


_ILL_SET = re.compile(
    "“[^”]{0,15}(?=“)|[，。、；：？！](?=[，。、；：？！])|[“（《](?=[，。、；：？！”）》])"
)
_ILL_SET_COST = -6.0  # a quotation within one of its own kind, a mark behind a mark


def score(text: str, own: Mapping[str, int]) -> float:
    """Return the log probability of `text` in its best division into words; `own` counts the report's strings."""
    ill_set = _ILL_SET_COST * len(_ILL_SET.findall(text))
    return (
        _divide(text)[0][-1]
        + ill_set
        + sum(
            weight * math.log1p(count)
            for size, weight in _OWN.items()
            for i in range(len(text) - size + 1)
            if (count := own.get(text[i : i + size]))
        )
    )


@lru_cache(_REMEMBERED)
def score_words(text: str) -> float:
    """Return the log probability of `text` in its best division into words."""
    return _divide(text)[0][-1]


@lru_cache(_REMEMBERED)
def score_begun(text: str) -> float:
    """Return the log probability of `text` in its best division into words, of which the last may only have begun."""
    best = _divide(text)[0]
    begins = load_lexis().begins.get(text[-1], 0.0)
    return max(best[-1], best[-2] + math.log(begins)) if begins else best[-1]


def find_weakest(text: str, start: int, end: int) -> float:
    """Return the log probability of the least likely character of `text[start:end]` that no longer word explains."""
    starts = _divide(text)[1]
    at = len(text)
    weakest = 0.0
    while at:
        if at - starts[at] == 1 and start < at <= end:
            char = text[at - 1]
            weakest = min(weakest, _NAME if char in _surnames() else _single(char, load_lexis()))
        at = starts[at]
    return weakest


@cache
def _surnames() -> frozenset[str]:
    """Return the surnames that are hardly ever a word of their own: one must not be made up."""
    rows = load_table("surnames", ("surname", "word"), "surname")
    return frozenset(row["surname"] for row in rows if not row["word"])


def _divide(text: str) -> tuple[list[float], list[int]]:
    """Return for each place in `text` the log probability up to it, and where the word that ends there begins."""
    known = load_lexis()
    best = [0.0] * (len(text) + 1)
    starts = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        char = text[end - 1]
        best[end] = best[end - 1] + _single(char, known)
        starts[end] = end - 1
        if end > 1 and (
            (char in _CLAUSE_ENDS and text[starts[end - 1] : end - 1] in known.never_last)
            or (char in known.never_first and text[end - 2] in _CLAUSE_ENDS)
        ):
            best[end] += _UNFINISHED
        for start in range(max(0, end - LONGEST), end - 1):
            weight = known.words.get(text[start:end])
            if weight is not None and best[start] + weight > best[end]:
                best[end] = best[start] + weight
                starts[end] = start
    return best, starts


def _single(char: str, known: Lexis) -> float:
    if char in _MARKS:
        return _MARKS[char]
    if char in _PLAIN:
        return _NEUTRAL
    if char < "\u3400":
        return _FOREIGN
    return known.words.get(char) or max(known.chars.get(char, _UNKNOWN) - 3, _UNKNOWN)


def count_strings(text: str) -> dict[str, int]:
    """Return how often each string of two to four Chinese characters, or of one and a mark, stands in `text`."""
    counts: Counter[str] = Counter()
    for is_word, run in groupby(text, str.isalpha):
        words = "".join(run) if is_word else ""
        for size in (2, 3, 4):
            counts.update([words[i : i + size] for i in range(len(words) - size + 1)])
    counts.update([a + b for a, b in pairwise(text) if a in _JOINTS or b in _JOINTS])
    return {piece: count for piece, count in counts.items() if max(piece) >= "\u3400"}
