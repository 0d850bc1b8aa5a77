"""Whether two accounts are of one report, and how like they are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq, Opcode

from ecoledger.duplicate.sketch import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.duplicate.account import Account

# Calibrated together on the pages of tests/duplicate; the figures stand in docs/INTAKE.md.
SAME = 0.82
"""The share of characters of the shorter that the longer has too, in order: 0.85 with every seventh wrong."""

KEPT = 0.4
"""The shorter, as a share of the longer: of less than half of a report nobody can say what it was cut from."""

WINDOW = 40
STRANGE = 0.6
"""Where fewer than this share of the characters around are in both, the words are of one alone."""

OWN = 0.15
"""The share of words of its own that the shorter may have."""

HEAD = 150
"""Characters of its own with which either may begin: an editor's note. Who says more first is quoting."""

AGREEING = 0.7
FEWEST = 3
"""The share of the numbers of the one with fewer, if it has three, that the other has too: a form filled in by two
counties, or in two years, differs there."""

KNOWN = 0.5
"""The share of the people whom the shorter names that the longer names there, by half of the characters of each
name: one may be damaged."""

RENAMED = 2
"""Times that the one writes one name of a place where the other writes another: a form filled in by two towns."""

EXACT = 200
"""Characters: reports that have so many and all the same are one, whatever was read of their place and day."""

_PLACE = frozenset("省州市盟县旗区乡镇街村湾")
"""Characters with which names of places end."""

_UNNAMED = frozenset("全我本各该某")
"""What stands before them where no place is named: 全区, 我市, 某县."""

_HEAD = Opcode("equal", 0, 0, 0, 0)
_YEAR = re.compile(r"(?:19|20)\d\d")


def measure_likeness(one: Account, other: Account) -> float | None:
    """Return the share of the shorter's characters that both have, in order, 0.82 to 1; None when they are two reports.

    Places that exclude each other, two days of the meeting, other numbers, people or names of places are evidence of two
    reports whatever the words; the words of a copy stand, or stood before it was cut, in the other. Raises nothing.
    """
    shorter, longer = sorted((one, other), key=lambda account: (len(account.words), account.words))
    if len(shorter.words) < SHORTEST:
        return None
    if one.words == other.words and len(one.words) >= EXACT:
        return 1.0
    if len(shorter.words) < KEPT * len(longer.words) or _contradict(shorter, longer):
        return None
    least = SAME * max(SHORTEST, len(shorter.words) - HEAD)
    if LCSseq.similarity(shorter.words, longer.words, score_cutoff=int(least)) < least:
        return None
    return _measure_within(shorter, longer)


def measure_shared(one: str, other: str) -> float:
    """Return the share of the characters of the shorter text that both have, in order, from 0 to 1; 0 of no text."""
    shorter, longer = sorted((one, other), key=lambda text: (len(text), text))
    return LCSseq.similarity(shorter, longer) / len(shorter) if shorter else 0.0


def _measure_within(shorter: Account, longer: Account) -> float | None:
    """Return the share of the shorter that stands in the longer, without its editor's note; None if too little does."""
    steps = [step for step in LCSseq.opcodes(shorter.words, longer.words) if step.tag == "equal"]
    within = _flag([(step.src_start, step.src_end) for step in steps], len(shorter.words))
    more = _find_own(_flag([(step.dest_start, step.dest_end) for step in steps], len(longer.words)))
    own = _find_own(within)
    note = _measure_head(own) if _measure_head(own) <= HEAD else 0
    rest = len(own) - note
    if rest < max(SHORTEST, KEPT * len(more)):
        return None
    likeness = sum(within[note:]) / rest
    if likeness < SAME or sum(own[note:]) > OWN * rest:
        return None
    if sum(more) > OWN * len(more) and _measure_head(more) > HEAD:
        return None
    other = _other_people(shorter, within) or _is_renamed(shorter, longer, steps)
    return None if other else likeness


def _measure_head(own: Sequence[bool]) -> int:
    """Return how many characters of a text stand before the first that is shared."""
    return own.index(False) if False in own else len(own)


def _flag(shared: Sequence[tuple[int, int]], length: int) -> list[bool]:
    """Return of each character of a text whether it is shared."""
    flags = [False] * length
    for start, end in shared:
        flags[start:end] = [True] * (end - start)
    return flags


def _find_own(shared: Sequence[bool]) -> list[bool]:
    """Return of each character of a text whether it stands among words that only this text has."""
    sums = [0, *accumulate(shared)]
    half = WINDOW // 2
    around = [(max(0, at - half), min(len(shared), at + half)) for at in range(len(shared))]
    return [sums[end] - sums[start] < STRANGE * (end - start) for start, end in around]


def _other_people(account: Account, shared: Sequence[bool]) -> bool:
    """Return whether most people of `account` are others in the text that shares these characters of its words."""
    places = [(name, account.words.find(name)) for name in account.people]
    told = [sum(shared[at : at + len(name)]) / len(name) for name, at in places if at >= 0]
    return sum(share >= KNOWN for share in told) < KNOWN * len(told)


def _is_renamed(one: Account, other: Account, steps: Sequence[Opcode]) -> bool:
    """Return whether the one writes, again and again, one name of a place where the other writes another."""
    pairs = Counter(
        (one.words[step.src_end : after.src_start], other.words[step.dest_end : after.dest_start])
        for step, after in pairwise((_HEAD, *steps))
        if one.words[after.src_start] in _PLACE
    )
    return any(count >= RENAMED and all(pair) and _UNNAMED.isdisjoint(pair) for pair, count in pairs.items())


def _contradict(shorter: Account, longer: Account) -> bool:
    elsewhere = any(a != b for a, b in zip(shorter.places, longer.places, strict=False))
    another_day = _differ(shorter.date, longer.date) or _differ(shorter.day, longer.day)
    years = [set(_YEAR.findall(account.title)) for account in (shorter, longer)]
    another_year = all(years) and years[0] != years[1]
    return elsewhere or another_day or another_year or _other_numbers(shorter.numbers, longer.numbers)


def _differ(one: object, other: object) -> bool:
    return None not in (one, other) and one != other


def _other_numbers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    fewer = min(len(one), len(other))
    shared = (Counter(one) & Counter(other)).total()
    return fewer >= FEWEST and shared < AGREEING * fewer
