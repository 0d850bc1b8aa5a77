"""Weighs a segment by the characters and pairs of them that annotated actions and principles are written with.

The weights of lexicon/label_word.csv are learned by scripts/train_label_words.py from what the rules of label_kind.toml
left wrong or in the balance; so they correct the rules, within LIMIT, and never replace them.
"""

from __future__ import annotations

import re
from functools import cache
from operator import add

from ecoledger.lexicon.loader import load_table
from ecoledger.lexicon.word_finder import WordFinder

LIMIT = 1.0
"""The most that words alone add to the evidence, either way."""
EDGE = "＾"
"""Stands for the beginning and the end of a segment."""
CONSTANT = "＝"
"""The row of the weight that every segment has."""

_DIGITS = re.compile(r"\d+")
_UNSEEN = re.compile(r"\s|[\"＾＝]")


def split_grams(words: str) -> frozenset[str]:
    """Return the characters and the pairs of `words`; any number is one 0, and edges are marked."""
    plain = _plain(words)
    return frozenset(plain).union(map(add, plain, plain[1:]))


def _plain(words: str) -> str:
    return f"{EDGE}{_UNSEEN.sub('', _DIGITS.sub('0', words))}{EDGE}"


def weigh_words(words: str) -> tuple[float, str]:
    """Return the evidence of the wording, above 0 for an action, and the pair or character that says most of it."""
    constant, weights = _weights()
    found = weights.values_in(_plain(words))
    if not found:
        return 0.0, ""
    total = sum([weight for weight, _ in found]) / len(found) ** 0.5 + constant
    total = max(-LIMIT, min(LIMIT, total))
    most = (max if total > 0 else min)(found)[0]
    return total, max(gram for weight, gram in found if weight == most)


@cache
def _weights() -> tuple[float, WordFinder[tuple[float, str]]]:
    """Return the weight that every segment has, and those of characters and pairs, each with itself."""
    rows = load_table("label_word", ("gram", "weight"), key="gram")
    weights = {row["gram"]: (float(row["weight"]), row["gram"]) for row in rows}
    return weights[CONSTANT][0], WordFinder(weights)
