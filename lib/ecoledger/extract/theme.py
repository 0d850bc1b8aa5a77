"""Finds the themes of a segment by the words of lexicon/theme.csv."""

from __future__ import annotations

from functools import cache

from ecoledger.lexicon.loader import load_table, words
from ecoledger.lexicon.word_finder import WordFinder
from ecoledger.model import Reason

Themes = tuple[tuple[str, int], ...]
"""What a word speaks of, with weights."""

THEMES = (
    "air",
    "water",
    "soil",
    "waste",
    "nature",
    "climate",
    "green_economy",
    "rural",
    "inspection",
    "governance",
    "finance",
    "publicity",
    "safety",
    "noise",
    "other",
)
MOST = 3
WEAK = 1


def find_themes(text: str) -> tuple[str, ...]:
    """Return one to three themes of `text`, those that more of its words speak of first; `other` when none does.

    Weak words (weight 1: 规划, 工作) count only where no strong word stands.
    """
    return explain_themes(text)[0]


def explain_themes(text: str, shift: int = 0) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """Return the themes of `text`, and which of its words speaks of each first; it stands at `shift` of the clean text."""
    found: dict[str, int] = {}
    weak: dict[str, int] = {}
    first: dict[tuple[str, bool], Reason] = {}
    for start, end, themes in _lexicon().find_longest(text):  # 畜禽粪污 is not read as 污 of the water
        for theme, weight in themes:
            sums = weak if weight == WEAK else found
            sums[theme] = sums.get(theme, 0) + weight
            if (theme, weight == WEAK) not in first:
                reason = Reason("theme", f"theme.csv:{theme}", text[start:end], shift + start)
                first[theme, weight == WEAK] = reason
    by_weak = not found
    found = found or weak
    order = sorted(found, key=lambda theme: (-found[theme], THEMES.index(theme)))[:MOST]
    if not order:
        return ("other",), (Reason("theme", "theme.other", text, shift),)
    return tuple(order), tuple(first[theme, by_weak] for theme in order)


@cache
def _lexicon() -> WordFinder[Themes]:
    """Return all words with what they speak of; those of not_in are read and count for nothing."""
    themes: dict[str, list[tuple[str, int]]] = {}
    for row in load_table("theme", ("theme", "weight", "words", "not_in")):
        for word in words(row["words"]):
            themes.setdefault(word, []).append((row["theme"], int(row["weight"])))
        for word in words(row["not_in"]):
            themes.setdefault(word, [])
    return WordFinder({word: tuple(spoken) for word, spoken in themes.items()})
