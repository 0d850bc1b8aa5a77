"""How well a string reads as Chinese: word frequencies of a dictionary, and the words of the report itself.

The dictionary is jieba's (MIT licence): its file is read as data, without the package's own cache in a common
temporary folder.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ecoledger.lexicon.loader import load_table

_LONGEST = 8  # characters of a word
_UNKNOWN = -14.0  # a Chinese character that no word of the dictionary explains
_FOREIGN = -9.0  # any other character inside Chinese
_MARK = -3.8  # a comma or full stop: about one character in forty
_NEUTRAL = -5.0  # other punctuation and digits
_SELDOM = -9.6  # a character that stands alone this seldom is a wrong one, or a name that must not be made up
_OWN = 1.2  # what a string that stands elsewhere in the report adds
_PLAIN = frozenset("，。、；：？！“”‘’（）《》—…·%0123456789\n ")
_DOMAIN = 2_000  # frequency given to words of the field that the dictionary does not have


@dataclass(frozen=True, slots=True)
class Words:
    """Log probability of words and of single characters."""

    words: dict[str, float]
    chars: dict[str, float]


@cache
def load_words() -> Words:
    """Return the dictionary with the words of the field (lexicon/field_word.csv) added."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    counts: dict[str, int] = {}
    with Path(spec.origin).with_name("dict.txt").open(encoding="utf-8") as file:
        for line in file:
            word, count, _ = line.split(" ", 2)
            if len(word) <= _LONGEST:
                counts[word] = int(count)
    for row in load_table("field_word", ("word",), "word"):
        counts[row["word"]] = max(counts.get(row["word"], 0), _DOMAIN)
    chars: dict[str, int] = {}
    for known, times in counts.items():
        for char in known:
            chars[char] = chars.get(char, 0) + times + 1
    total = math.log(sum(counts.values()))
    every = math.log(sum(chars.values()))
    return Words(
        {word: math.log(count + 0.5) - total for word, count in counts.items()},
        {char: math.log(count) - every for char, count in chars.items()},
    )


def score(text: str, own: dict[str, int]) -> float:
    """Return the log probability of `text` in its best division into words; `own` counts the report's strings."""
    return _divide(text)[0][-1] + _OWN * sum(
        math.log1p(own[text[i : i + size]])
        for size in (2, 3, 4)
        for i in range(len(text) - size + 1)
        if text[i : i + size] in own
    )


def find_strange(text: str, start: int, end: int) -> str | None:
    """Return the first character of `text[start:end]` that no word explains and that seldom is a word itself."""
    starts = _divide(text)[1]
    at = len(text)
    strange = None
    while at:
        if at - starts[at] == 1 and start < at <= end and _single(text[at - 1], load_words()) < _SELDOM:
            strange = text[at - 1]
        at = starts[at]
    return strange


def _divide(text: str) -> tuple[list[float], list[int]]:
    """Return for each place in `text` the log probability up to it, and where the word that ends there begins."""
    known = load_words()
    best = [0.0] * (len(text) + 1)
    starts = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        best[end] = best[end - 1] + _single(text[end - 1], known)
        starts[end] = end - 1
        for start in range(max(0, end - _LONGEST), end - 1):
            weight = known.words.get(text[start:end])
            if weight is not None and best[start] + weight > best[end]:
                best[end] = best[start] + weight
                starts[end] = start
    return best, starts


def _single(char: str, known: Words) -> float:
    if char in "，。、":
        return _MARK
    if char in _PLAIN:
        return _NEUTRAL
    if char < "\u3400":
        return _FOREIGN
    return known.words.get(char) or max(known.chars.get(char, _UNKNOWN) - 3, _UNKNOWN)


def count_strings(text: str) -> dict[str, int]:
    """Return how often each string of two to four Chinese characters stands in `text`."""
    counts: dict[str, int] = {}
    for size in (2, 3, 4):
        for i in range(len(text) - size + 1):
            piece = text[i : i + size]
            if piece.isalpha() and min(piece) >= "\u3400":
                counts[piece] = counts.get(piece, 0) + 1
    return counts
