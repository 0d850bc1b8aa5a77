"""Finds the themes of a segment by the words of lexicon/theme.csv."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ecoledger.lexicon.loader import load_table, words

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
    pattern, themes = _lexicon()
    found: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    for match in pattern.finditer(text):
        for theme, weight in themes[match.group()]:
            (weak if weight == WEAK else found)[theme] += weight
    found = found or weak
    order = sorted(found, key=lambda theme: (-found[theme], THEMES.index(theme)))
    return tuple(order[:MOST]) or ("other",)


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, int], ...]]]:
    # Longest first, so that 畜禽粪污 is not read as 污 of the water; words of not_in are read and count for nothing.
    themes: dict[str, list[tuple[str, int]]] = {}
    for row in load_table("theme", ("theme", "weight", "words", "not_in")):
        for word in words(row["words"]):
            themes.setdefault(word, []).append((row["theme"], int(row["weight"])))
        for word in words(row["not_in"]):
            themes.setdefault(word, [])
    longest = sorted(themes, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))), {k: tuple(v) for k, v in themes.items()}
