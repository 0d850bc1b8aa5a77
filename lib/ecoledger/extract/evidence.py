"""Weighs what the words of one segment, and those that lead up to it, say of its outlook: forward or back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.rules.gate import possible_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.model import Segment
    from ecoledger.rules.narrowed import PossibleRule

PARTS = ("review", "plan")
"""Kinds of rules/label_forward.toml that open a part of a report."""
STRONG_LEAD = 1.5
"""A lead that weighs so much is an order, and governs its sentence."""

_TOLD = ("back", "scene")
_LONGEST_LEAD = 200  # characters; what stands before a segment is a speaker and a verb, or an enumerator
_CLOSED = re.compile(r"[。！？!?]")
_SAYS = re.compile(r"强调|要求|指出|表示|希望|说")
_LEADS = (
    (re.compile(r"[一二三四五六七八九十]要$"), 4.0),  # 一要… is a demand as …要 is
    (re.compile(r"要求|决定|确定"), 2.5),
    (re.compile(r"强调|提出|部署"), 2.2),
    (re.compile(r"希望|号召|建议"), 2.5),
    (re.compile(r"认为|发现"), -1.5),
    (re.compile(r"指出|表示|说"), 0.3),
)
_ANY_LEAD = re.compile("|".join(pattern.pattern for pattern, _ in _LEADS))


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule says: above 0 for forward; `span` is its words, counted from the beginning of the segment."""

    rule: str
    weight: float
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is `found` of a segment, and its sum; the goal begins at `since`.

    `opens` is the rule by which the segment opens a part, with its kind; `goal` the word of duty or aim in it.
    """

    weight: float
    since: int
    found: tuple[Found, ...]
    whole: tuple[int, int]
    opens: tuple[Found, str] | None
    goal: Found | None


def find_leads(text: str, segments: Sequence[Segment]) -> tuple[str, ...]:
    """Return the words between the segment before, or the line's beginning, and each segment."""
    leads = []
    at = 0
    for segment in segments:
        leads.append(text[max(at, segment.start - _LONGEST_LEAD) : segment.start].rpartition("\n")[2])
        at = segment.end
    return tuple(leads)


def is_closed(lead: str) -> bool:
    """Tell whether a sentence or a line was closed, or somebody begins to speak, before what `lead` leads up to."""
    return not lead or bool(_CLOSED.search(lead) or _SAYS.search(lead))


def weigh(words: str, lead: str) -> Evidence:
    """Return what `words` say by themselves, and the `lead` right before them."""
    found = [
        Found("forward.lead", weight, (match.start() - len(lead), match.end() - len(lead)))
        for pattern, weight in (_LEADS if _ANY_LEAD.search(lead) else ())
        if (match := pattern.search(lead))
    ][:1]
    goal, since = len(words), 0
    opens = None
    aim = next((f for f in found if f.weight >= STRONG_LEAD), None)
    for rule in _rules(words):
        match = rule.pattern.search(words)
        if match is None:
            continue
        if rule.kind == "goal":
            goal = min(goal, match.start())
            aim = Found(rule.id, float(rule.value), match.span())
        if rule.kind in _TOLD and match.start() < goal < len(words):
            since = words.rfind("，", 0, goal) + 1
        elif rule.kind != "scene" or goal == len(words):
            found.append(Found(rule.id, float(rule.value), match.span()))
            if rule.kind in PARTS:
                opens = found[-1], rule.kind
    return Evidence(sum(f.weight for f in found), since, tuple(found), (0, len(words)), opens, aim)


def _rules(words: str) -> list[PossibleRule]:
    """Return the rules that may match, those of goals first: they decide what a rule that looks back may read."""
    rules = possible_rules("label_forward", words)
    return [rule for rule in rules if rule.kind == "goal"] + [rule for rule in rules if rule.kind != "goal"]
