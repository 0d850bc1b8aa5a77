"""Finds the themes of a segment by the words of lexicon/theme.csv."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ecoledger.lexicon.loader import load_table, words
from ecoledger.model import Reason

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
    pattern, themes = _lexicon()
    found: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    first: dict[tuple[str, bool], Reason] = {}
    for match in pattern.finditer(text):
        for theme, weight in themes[match.group()]:
            (weak if weight == WEAK else found)[theme] += weight
            reason = Reason("theme", f"theme.csv:{theme}", match.group(), shift + match.start())
            first.setdefault((theme, weight == WEAK), reason)
    by_weak = not found
    found = found or weak
    order = sorted(found, key=lambda theme: (-found[theme], THEMES.index(theme)))[:MOST]
    if not order:
        return ("other",), (Reason("theme", "theme.other", text, shift),)
    return tuple(order), tuple(first[theme, by_weak] for theme in order)


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
