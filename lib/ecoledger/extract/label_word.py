"""Weighs a segment by the characters and pairs of them that annotated actions and principles are written with.

The weights of lexicon/label_word.csv are learned by scripts/train_label_words.py from what the rules of label_kind.toml
left wrong or in the balance; so they correct the rules, within LIMIT, and never replace them.
"""

from __future__ import annotations

import re
from functools import cache
from operator import add

from ecoledger.lexicon.loader import load_table

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
    plain = f"{EDGE}{_UNSEEN.sub('', _DIGITS.sub('0', words))}{EDGE}"
    return frozenset(plain).union(map(add, plain, plain[1:]))


def weigh_words(words: str) -> tuple[float, str]:
    """Return the evidence of the wording, above 0 for an action, and the pair or character that says most of it."""
    known, weights = _weights()
    grams = known & split_grams(words)
    if not grams:
        return 0.0, ""
    found = [weights[gram] for gram in grams]
    total = sum(found) / len(found) ** 0.5 + weights[CONSTANT]
    total = max(-LIMIT, min(LIMIT, total))
    most = max(found) if total > 0 else min(found)
    return total, max(gram for gram, weight in zip(grams, found, strict=True) if weight == most)


@cache
def _weights() -> tuple[frozenset[str], dict[str, float]]:
    """Return all that has a weight, and the weights."""
    rows = load_table("label_word", ("gram", "weight"), key="gram")
    weights = {row["gram"]: float(row["weight"]) for row in rows}
    return frozenset(weights), weights
