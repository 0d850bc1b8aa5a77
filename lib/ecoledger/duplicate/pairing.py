"""Which of the words read from one copy are those read from another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Sequence

LIKE = 80
"""Of 100: 推进生态文明建设 with one character lost is at 94; 加强宣传引导 and 加强舆论引导 are at 67."""


def pair_same(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Return the places of `theirs` by the places of the same words in `ours`; the first goes with the first."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in reversed(range(len(theirs))):
        places[theirs[at]].append(at)
    return {at: places[words].pop() for at, words in enumerate(ours) if places[words]}


def pair_like(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Return the places of `theirs` by those of the same or like words in `ours`, each at most once, the likest first."""
    pairs = pair_same(ours, theirs)
    taken = set(pairs.values())
    left = [at for at in range(len(ours)) if at not in pairs]
    free = [at for at in range(len(theirs)) if at not in taken]
    ranked = sorted(
        (-likeness, abs(one - other), one, other)
        for one in left
        for other in free
        if (likeness := fuzz.ratio(ours[one], theirs[other], score_cutoff=LIKE))
    )
    for _, _, one, other in ranked:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs
