"""Tells the segments that look forward (to be done) from those that look back, each by its words and its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecoledger.rules.gate import possible_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecoledger.model import Segment
    from ecoledger.rules.loader import Rule

STAY_WITHIN = 1.5
"""What it costs to turn between back and forward inside a paragraph, in the weights of rules/label_forward.toml."""
STAY_ACROSS = 0.7
"""What it costs at a paragraph's edge, where reports do turn."""
FIRST_BACK = 0.5
"""A report opens with what took place."""
HELD = {"review": -2.0, "plan": 1.0}
"""What the opening of a part (过去五年主要做了以下工作, 2024年重点工作) adds to each sentence that stands in it."""
PART_ENDS = 3.0
"""Evidence to the contrary that ends a part: a review that turns to 今年，我们要…."""

_TOLD = ("back", "scene")
_LONGEST_LEAD = 200  # characters; what stands before a segment is a speaker and a verb, or an enumerator
_LEADS = (
    (re.compile(r"[一二三四五六七八九十]要$"), 4.0),  # 一要… is a demand as …要 is
    (re.compile(r"强调|要求|提出|部署|决定|确定"), 1.5),
    (re.compile(r"希望|号召|建议"), 2.5),
    (re.compile(r"认为|发现"), -1.5),
    (re.compile(r"指出|表示|说"), 0.3),
)


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


@dataclass(frozen=True, slots=True)
class _Found:
    rule: str
    weight: float
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Evidence:
    weight: float
    since: int
    found: tuple[_Found, ...]
    whole: tuple[int, int]
    opens: tuple[_Found, str] | None


def find_outlooks(segments: Sequence[Segment], leads: Sequence[str]) -> tuple[Outlook, ...]:
    """Return the outlook of each segment: the labelling of the whole row that goes best with all the evidence.

    The words before a segment (王某强调，) belong to its evidence. Evidence is summed over the rules that match;
    turning between back and forward costs, so that a plain sentence goes with those around it.
    """
    evidence = [_weigh(segment.text, lead) for segment, lead in zip(segments, leads, strict=True)]
    evidence = list(_hold(segments, evidence))
    row = _best_row([e.weight for e in evidence], [s.paragraph for s in segments])
    return tuple(
        Outlook(forward, e.since if forward else 0, *_reasons(e, forward), e.opens is not None)
        for forward, e in zip(row, evidence, strict=True)
    )


def find_leads(text: str, segments: Sequence[Segment]) -> tuple[str, ...]:
    """Return the words between the segment before, or the line's beginning, and each segment."""
    leads = []
    at = 0
    for segment in segments:
        leads.append(text[max(at, segment.start - _LONGEST_LEAD) : segment.start].rpartition("\n")[2])
        at = segment.end
    return tuple(leads)


def _weigh(words: str, lead: str) -> _Evidence:
    found = [
        _Found("forward.lead", weight, (match.start() - len(lead), match.end() - len(lead)))
        for pattern, weight in _LEADS
        if (match := pattern.search(lead))
    ][:1]
    goal, since = len(words), 0
    opens = None
    for rule in _rules(words):
        match = rule.pattern.search(words)
        if match is None:
            continue
        if rule.kind == "goal":
            goal = min(goal, match.start())
        if rule.kind in _TOLD and match.start() < goal < len(words):
            since = words.rfind("，", 0, goal) + 1
        elif rule.kind != "scene" or goal == len(words):
            found.append(_Found(rule.id, float(rule.value), match.span()))
            if rule.kind in HELD:
                opens = found[-1], rule.kind
    return _Evidence(sum(f.weight for f in found), since, tuple(found), (0, len(words)), opens)


def _hold(segments: Sequence[Segment], evidence: Sequence[_Evidence]) -> Iterator[_Evidence]:
    """Yield the evidence with that of the part a segment stands in: what opened the review or the plan.

    Speech in a part is not of it. A part ends where another begins, or a sentence plainly looks the other way.
    """
    part: tuple[str, float, int, int] | None = None
    for segment, own in zip(segments, evidence, strict=True):
        if own.opens is not None:
            found, kind = own.opens
            part = (found.rule, HELD[kind], segment.start + found.span[0], segment.start + found.span[1])
        elif segment.speaker is None and part is not None:
            rule, weight, start, end = part
            if own.weight * weight < 0 and abs(own.weight) >= PART_ENDS:
                part = None
            else:
                held = _Found(rule, weight, (start - segment.start, end - segment.start))
                yield replace(own, weight=own.weight + weight, found=(*own.found, held))
                continue
        yield own


def _rules(words: str) -> list[Rule]:
    """Return the rules that may match, those of goals first: they decide what a rule that looks back may read."""
    return sorted(possible_rules("label_forward", words), key=lambda rule: rule.kind != "goal")


def _best_row(weights: list[float], paragraphs: list[int]) -> list[bool]:
    """Return for each segment whether it looks forward, by the cheapest path through two states."""
    back, ahead = FIRST_BACK, 0.0
    turns: list[tuple[bool, bool]] = []
    before = paragraphs[0] if paragraphs else 0
    for weight, paragraph in zip(weights, paragraphs, strict=True):
        cost = STAY_WITHIN if paragraph == before else STAY_ACROSS
        before = paragraph
        turns.append((ahead - cost > back, ahead >= back - cost))
        back, ahead = max(back, ahead - cost) - weight / 2, max(ahead, back - cost) + weight / 2
    row: list[bool] = []
    state = ahead > back
    for from_ahead_to_back, stays_ahead in reversed(turns):
        row.append(state)
        state = stays_ahead if state else from_ahead_to_back
    return row[::-1]


def _reasons(evidence: _Evidence, forward: bool) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the rules whose evidence agrees, and the words of each."""
    agree = [f for f in evidence.found if (f.weight > 0) == forward]
    if not agree:
        return ("outlook.neighbours",), (evidence.whole,)
    return tuple(f.rule for f in agree), tuple(f.span for f in agree)
