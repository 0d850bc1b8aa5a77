"""Tells the segments that look forward (to be done) from those that look back, each by its words and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.extract.carry import govern, hold
from ecoledger.extract.evidence import is_closed, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.extract.evidence import Evidence
    from ecoledger.model import Segment

STAY_JOINED = 3.0
"""What it costs to turn between back and forward inside a sentence (…；…；…), in the weights of rules/label_forward.toml."""
STAY_WITHIN = 1.5
"""What it costs inside a paragraph."""
STAY_ACROSS = 0.7
"""What it costs at a paragraph's edge, where reports do turn."""
FIRST_BACK = 0.5
"""A report opens with what took place."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """`forward` or not; the goal begins `since` characters into the segment, after what only leads up to it.

    `rules` are those whose evidence agrees, or outlook.neighbours when only they decide; `spans` are the words
    of each, counted from the beginning of the segment (what leads up to it stands before 0). `opens` says that the
    segment opens a part.
    """

    forward: bool
    since: int
    rules: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()
    opens: bool = False


def find_outlooks(segments: Sequence[Segment], leads: Sequence[str]) -> tuple[Outlook, ...]:
    """Return the outlook of each segment: the labelling of the whole row that goes best with all the evidence.

    The words before a segment (王某强调，) belong to its evidence. Evidence is summed over the rules that match;
    turning between back and forward costs, so that a plain sentence goes with those around it.
    """
    own = [weigh(segment.text, lead) for segment, lead in zip(segments, leads, strict=True)]
    evidence = list(hold(segments, govern(segments, leads, own)))
    row = _best_row([e.weight for e in evidence], _turning_costs(segments, leads))
    return tuple(
        Outlook(forward, e.since if forward else 0, *_reasons(e, forward), e.opens is not None)
        for forward, e in zip(row, evidence, strict=True)
    )


def _turning_costs(segments: Sequence[Segment], leads: Sequence[str]) -> list[float]:
    """Return what it costs to turn before each segment; what stands between it and the one before tells."""
    costs = []
    before = segments[0].paragraph if segments else 0
    for segment, lead in zip(segments, leads, strict=True):
        within = STAY_WITHIN if is_closed(lead) else STAY_JOINED
        costs.append(within if segment.paragraph == before else STAY_ACROSS)
        before = segment.paragraph
    return costs


def _best_row(weights: Sequence[float], costs: Sequence[float]) -> list[bool]:
    """Return for each segment whether it looks forward, by the cheapest path through two states."""
    back, ahead = FIRST_BACK, 0.0
    turns: list[tuple[bool, bool]] = []
    for weight, cost in zip(weights, costs, strict=True):
        turns.append((ahead - cost > back, ahead >= back - cost))
        back, ahead = max(back, ahead - cost) - weight / 2, max(ahead, back - cost) + weight / 2
    row: list[bool] = []
    state = ahead > back
    for from_ahead_to_back, stays_ahead in reversed(turns):
        row.append(state)
        state = stays_ahead if state else from_ahead_to_back
    return row[::-1]


def _reasons(evidence: Evidence, forward: bool) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the rules whose evidence agrees, and the words of each."""
    agree = [f for f in evidence.found if (f.weight > 0) == forward]
    if not agree:
        return ("outlook.neighbours",), (evidence.whole,)
    return tuple(f.rule for f in agree), tuple(f.span for f in agree)
