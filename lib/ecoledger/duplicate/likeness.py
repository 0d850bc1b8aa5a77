"""Whether two accounts are of one report, and how like they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from ecoledger.duplicate.signature import SHORTEST

if TYPE_CHECKING:
    from ecoledger.duplicate.account import Account

# Calibrated together. Different reports of one field have a likeness of up to 0.25, restored copies of at least
# 0.99, copies with words exchanged by a spinner 0.86 and more.
SAME = 0.85
"""The share of characters that both have, in order."""

OWN = 0.12
"""The longest stretch that only one has, as a share of the longer: a report that quotes another has more of its own."""

AGREEING = 0.7
FEWEST = 3
"""The share of the numbers of the one with fewer, if it has three, that the other has too: a form filled in by two
counties differs there."""


def measure_likeness(one: Account, other: Account) -> float | None:
    """Return the share of characters that both have, in order, from 0.85 to 1; None when they are not one report.

    Places that exclude each other, two different days of the meeting, and other numbers are evidence of two
    reports whatever the words. Raises nothing.
    """
    if min(len(one.words), len(other.words)) < SHORTEST or _contradict(one, other):
        return None
    likeness = Indel.normalized_similarity(one.words, other.words, score_cutoff=SAME)
    if likeness < SAME or _longest_own(one.words, other.words) > OWN:
        return None
    return likeness


def _contradict(one: Account, other: Account) -> bool:
    elsewhere = any(a != b for a, b in zip(one.places, other.places, strict=False))
    another_day = None not in (one.date, other.date) and one.date != other.date
    return elsewhere or another_day or _other_numbers(one.numbers, other.numbers)


def _other_numbers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    fewer = min(len(one), len(other))
    shared = (Counter(one) & Counter(other)).total()
    return fewer >= FEWEST and shared < AGREEING * fewer


def _longest_own(one: str, other: str) -> float:
    """Return the longest stretch that only one of the two has, as a share of the longer."""
    if one == other:
        return 0.0
    steps = Indel.opcodes(*sorted((one, other)))  # of alignments equally good, the same whichever came first
    longest = max(
        max(step.src_end - step.src_start, step.dest_end - step.dest_start)
        for step in steps
        if step.tag != "equal"
    )
    return longest / max(len(one), len(other))
