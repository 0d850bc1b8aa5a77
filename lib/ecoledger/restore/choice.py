"""Chooses what stood at a lost place: what reads best where it stands, proved by damaging it again."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ecoledger.restore.gbk import LOST, SELDOM_CUTS, WIDE, damage
from ecoledger.restore.mark import score_marks
from ecoledger.restore.reading import char_before
from ecoledger.restore.rebuild import rebuild
from ecoledger.restore.script import simplify_text
from ecoledger.restore.surrounding import READING, find_surrounding
from ecoledger.restore.weight import Weight
from ecoledger.restore.wording import find_weakest, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecoledger.restore.rebuild import Candidate
    from ecoledger.restore.surrounding import Surrounding
    from ecoledger.restore.weight import Known, Table

SURE = 0.5
"""Certainty from which words are put back."""
MOST_HIDDEN = 2
"""Pairs of bytes at one place that left no trace."""
_NARROW = {ord(wide): narrow for narrow, wide in WIDE.items()}
_PROVED = 40  # candidates that are damaged again
_UNPROVED = -9.0
_LACKING = -7.0
_ASSUMED = -4.0
_STRANGE = -8.0  # a character of the other script
_HIDDEN = -0.8  # the more may be put in, the likelier something reads well by chance
_FREE = 9.0
_FLAT = 1.0
_BEYOND_DOUBT = 0.95  # certainty that needs no further search
_WEIGHED = 10  # steps in whose time a candidate is weighed
_FORCED = 0.75
_USUAL = -8.0  # log probability of a character that often is a word itself
_SELDOM = -10.5  # one that stands alone this seldom is a wrong one, or a name that must not be made up
_READABLE = -4.0  # log probability a character, from which words need no others beside them
_BEHIND = 2  # characters behind the place: what was put back too short leaves rare ones there
_UNLIKELY = -5.0  # what speaks against a candidate that is not proved, or in the other script
_NONSENSE = -5.0  # log probability a character, below which even the best candidate is no Chinese
_SLACK = 7.0  # short words weigh more


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells of its damage.

    Its `text` as published, its own readings, how often its strings stand in it, which characters it shows, and what
    was weighed so far, and whether its marks are doubled.
    """

    text: str
    table: Table
    own: Mapping[str, int]
    shown: frozenset[str]
    traditional: bool
    known: Known = field(default_factory=dict)
    doubled: bool = False

    def knowing(self, readings: Iterable[tuple[str, str]]) -> Page:
        """Return the page with more characters and their readings known."""
        table = dict(self.table)
        for char, reading in readings:
            table[reading] = table.get(reading, frozenset()) | {char}
        return replace(self, table=table)

    def lacks(self, char: str, reading: str) -> bool:
        """Return whether `char` stands without its reading anywhere: then the page does not insert it."""
        return self.text.count(char) > self.text.count(f"{char}({reading})")


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate that reads best, its share among all, and whether nothing else needs to be looked for."""

    candidate: Candidate
    certainty: float
    settled: bool


def choose(text: str, start: int, page: Page, most_hidden: int = MOST_HIDDEN) -> tuple[Choice | None, int]:
    """Return what stood at the lost place at `text[start]`, None where nothing fits, and the steps of the search.

    `text` is that of `page` as far as it has been put right. Up to `most_hidden` pairs may have left no trace.
    """
    steps = 0
    weigh = Weight(page.table, page.own, page.shown, page.known, traditional=page.traditional)
    found: dict[tuple[int, str], Candidate] = {}
    choice: Choice | None = None
    forced = ""  # what the bytes that are left make by themselves
    for hidden in range(most_hidden + 1):
        candidates, taken = rebuild(text, start, weigh, hidden)
        found |= {(c.end, c.text): c for c in candidates}
        if not hidden and len(candidates) == 1:
            forced = candidates[0].text
        steps += taken + _WEIGHED * len(candidates)
        if found:
            choice = _weigh(text, start, list(found.values()), page, weigh, last=hidden == MOST_HIDDEN)
        if choice and choice.settled:
            break
    if choice and choice.candidate.text == forced:  # and nothing reads better with bytes put in
        choice = replace(choice, certainty=max(choice.certainty, _FORCED))
    return choice, steps


def _weigh(
    text: str, start: int, candidates: list[Candidate], page: Page, weigh: Weight, *, last: bool
) -> Choice:
    """Return the best of `candidates`; what reads oddly needs that nothing else is possible, at the `last` search."""
    around = find_surrounding(text, start, {c.end for c in candidates}, doubled=page.doubled)
    own = page.own
    scored = sorted(((_read(c, around, own), c) for c in candidates), key=lambda scored: -scored[0])
    proved = [
        (value + _doubt(text, start, candidate, page, weigh), candidate)
        for value, candidate in scored[:_PROVED]
    ]
    best, winner = max(proved, key=lambda p: p[0])
    share = 1 / sum(_shares(proved, best, around).values())
    words, end = simplify_text(winner.text), winner.end
    sentence, begin = around.sentence(words, end), len(around.before)
    without = score(around.before, own) + score(around.behind[end], own)
    reads = next(value for value, candidate in scored if candidate is winner)
    settled = (
        share >= _BEYOND_DOUBT
        and best - reads > _UNLIKELY
        and reads - without >= _READABLE * len(words)
        and find_weakest(sentence, begin, begin + len(words) + _BEHIND) >= _USUAL
    )
    weakest = find_weakest(sentence, begin, begin + len(words))
    if weakest < _SELDOM or best - without < _NONSENSE * len(words) - _SLACK:
        # A name, most likely, which must not be made up.
        alone = sum(value > best - _FREE for value, _ in proved) == 1
        share *= 0.9 if alone and last else 0.4
    return Choice(winner, share, settled)


def _read(candidate: Candidate, around: Surrounding, own: Mapping[str, int]) -> float:
    """Return the log probability of the words around the place with those of `candidate` in it, and of its marks."""
    words = simplify_text(candidate.text)
    return score(around.sentence(words, candidate.end), own) + score_marks(
        around.clauses(words, candidate.end)
    )


def _shares(proved: list[tuple[float, Candidate]], best: float, around: Surrounding) -> dict[str, float]:
    """Return how likely each reading is beside the best; one that several candidates give counts once."""
    shares: dict[str, float] = {}
    for value, candidate in proved:
        key = simplify_text(candidate.text) + around.behind[candidate.end]
        shares[key] = max(shares.get(key, 0.0), math.exp((value - best) / _FLAT))
    return shares


def _doubt(text: str, start: int, candidate: Candidate, page: Page, weigh: Weight) -> float:
    """Return what speaks against `candidate`.

    Damaged again it is not what the page shows, or its reading is lacking where its character stands elsewhere.
    """
    readings = {char: reading for reading, chars in page.table.items() for char in chars} | dict(
        candidate.assumed
    )
    lacking = sum(page.lacks(char, reading) for char, reading in candidate.assumed)
    proved = _is_proved(text, start, candidate, readings)
    strange = _STRANGE * sum(map(weigh.is_strange, candidate.text))
    strange += _LACKING * lacking + _ASSUMED * len(candidate.assumed) + _HIDDEN * candidate.hidden
    return strange + (0.0 if proved else _UNPROVED)


def _is_proved(text: str, start: int, candidate: Candidate, readings: dict[str, str]) -> bool:
    """Return whether the candidate, damaged again, is what the page shows."""
    before = char_before(text, start)
    mark = WIDE.get(text[start + 1 : start + 2], text[start + 1 : start + 2])
    also = mark if text[start] == LOST and mark in SELDOM_CUTS else ""
    again = damage(before + candidate.text, readings, also)
    shown = before + text[start : candidate.end]
    first = READING.sub("", again, count=1) if before in readings else again
    return shown.translate(_NARROW) in (again.translate(_NARROW), first.translate(_NARROW))
