"""Labels segments: action (to be done, can be checked), principle (stance, direction), or a statement, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from ecoledger.extract.evidence import find_leads
from ecoledger.extract.label_word import weigh_words
from ecoledger.extract.outlook import find_outlooks
from ecoledger.rules.gate import possible_rules
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.extract.outlook import Outlook
    from ecoledger.model import Label, Segment
    from ecoledger.rules.narrowed import PossibleRule

StatementKind = Literal["achieved", "demand"]
Place = tuple[int, int]
Kind = tuple[float, tuple[str, ...], tuple[Place, ...]]
"""The evidence for an action (above 0) or against it, what speaks for that side, and where."""
Evidence = tuple[float, list[tuple[str, float, Place]]]
"""The evidence of rules in all, and each rule that spoke, with its weight and its words."""

THRESHOLD = 0.0
"""A forward-looking segment is an action when its evidence in rules/label_kind.toml sums to more than this."""
DOUBT = 0.25
"""Evidence nearer to the threshold than this is no better than a guess."""
MOST_AGAINST = 2.5
"""All that rules of kind "principle" say together counts for no more: a task among much stance is still a task."""
REPEATS = 3
"""A rule that speaks again and again adds nothing after so many times."""
AIMED = 1.5
"""What is listed as an aim (主要目标是：…；…) will be seen to have been reached or not."""
HEADING = 40
"""A heading has no more characters."""
CLAIMED = "＿"
"""Stands in for words that a principle has read, so that no measure is read from them."""

ASIDE = "aside.bodies"
"""The rule of a segment that only names, in brackets, who is to do what stands before it."""
AIM = "forward.aims"
WORDING = "label.wording"
"""The name of what the wording as a whole says, see extract/label_word.py."""
PART = "part.plan"
"""The rule of a heading that opens a plan: it says nothing by itself."""
_PLAIN = ("caption", "aside", "demand")
_LEADING = ("heading", "counted")
"""Kinds of rules that read what leads up to a short segment, not its words."""
_OPENING = ("topic", "counted")
"""Kinds of rules that only speak of the first sentence of a paragraph."""
_ACHIEVED = frozenset(
    f"back.{name}" for name in ("perfect", "completed", "honour", "measured", "precise", "state", "past")
)
_NO_RESULT = frozenset(
    f"back.{name}"
    for name in (
        *("attend", "held", "told", "visit", "told_on", "reason", "premise", "fault", "lacking", "leader"),
        *("effect", "enact", "benefit", "now"),
    )
)
"""Rules of what a meeting did, why a thing matters, what is wanting: no result, whatever else is said."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a segment is: a commitment with a label, a statement, or neither; `rules` say why.

    What is to be done begins `since` characters into the segment: 近年来…，要… speaks of the past first. `doubtful`
    says that the evidence for the label hardly outweighs that against it. `spans` are the words of each of the
    rules, counted from the beginning of the segment (what leads up to it stands before 0). `result` says that it looks
    back and may be a past result, where a number names it.
    """

    label: Label | None
    statement: StatementKind | None
    since: int
    rules: tuple[str, ...]
    doubtful: bool = False
    spans: tuple[Place, ...] = ()
    result: bool = False


def label_segments(text: str, segments: Sequence[Segment]) -> tuple[Labelled, ...]:
    """Return what each of the `segments` of `text` is, in order."""
    leads = find_leads(text, segments)
    outlooks = find_outlooks(segments, leads)
    topics = find_topics(segments, leads)
    plain = [_read_plain(s.text, outlook) for s, outlook in zip(segments, outlooks, strict=True)]
    left = [number for number, known in enumerate(plain) if known is None]
    goals = [segments[number].text[outlooks[number].since :] for number in left]
    evidence = [weigh_rules(g, leads[n], topic=topics[n]) for n, g in zip(left, goals, strict=True)]
    wording = map(weigh_words, goals)
    kinds = map(_sum_up, goals, evidence, wording)
    return tuple(
        known or _label(outlook, next(kinds)) for known, outlook in zip(plain, outlooks, strict=True)
    )


def find_topics(segments: Sequence[Segment], leads: Sequence[str]) -> tuple[bool, ...]:
    """Tell which segments open a paragraph that nobody speaks and that goes on after them, but not as a list."""
    paragraphs = (None, *(segment.paragraph for segment in segments), None)
    listed = (*(lead.endswith("是") for lead in leads[1:]), False)
    return tuple(
        segment.speaker is None and before != here == after and not in_list
        for segment, before, here, after, in_list in zip(
            segments, paragraphs, paragraphs[1:], paragraphs[2:], listed, strict=False
        )
    )


def _read_plain(words: str, outlook: Outlook) -> Labelled | None:
    """Return what a segment is that is no commitment: it looks back, heads a part, or a rule says so. None for others."""
    if not outlook.forward:
        result = _NO_RESULT.isdisjoint(outlook.rules)
        achieved = result and not _ACHIEVED.isdisjoint(outlook.rules)
        statement: StatementKind | None = "achieved" if achieved else None
        return Labelled(None, statement, 0, outlook.rules, spans=outlook.spans, result=result)
    if PART in outlook.rules and outlook.opens:
        return Labelled(None, None, 0, outlook.rules, spans=outlook.spans)
    possible = possible_rules("label_kind", words, *_PLAIN)
    plain = [(rule, match.span()) for rule in possible if (match := rule.pattern.search(words))]
    if not plain:
        return None
    demand = any(rule.kind == "demand" for rule, _ in plain)
    ids, places = zip(*((rule.id, span) for rule, span in plain), strict=True)
    return Labelled(None, "demand" if demand else None, 0, ids, spans=places)


def _label(outlook: Outlook, kind: Kind) -> Labelled:
    """Return the label of a segment that looks forward."""
    weight, rules, spans = kind
    weight += AIMED if AIM in outlook.rules else 0
    label: Label = "action" if weight > THRESHOLD else "principle"
    doubtful = abs(weight - THRESHOLD) < DOUBT
    # what leads up to the segment stands before 0 whatever part of it is the goal
    spans = tuple((a, b) if a < 0 else (a + outlook.since, b + outlook.since) for a, b in spans)
    return Labelled(label, None, outlook.since, outlook.rules + rules, doubtful, outlook.spans + spans)


def _evidence_rules(words: str, lead: str) -> Sequence[PossibleRule]:
    """Return the rules that may find something in the words or, for a heading, in what leads up to them, in order."""
    found = possible_rules("label_kind", words, *_evidence_kinds())
    heading = possible_rules("label_kind", lead, *_LEADING) if lead and len(words) <= HEADING else ()
    return sorted((*found, *heading), key=lambda rule: _order()[rule.id]) if heading else found


@cache
def _order() -> dict[str, int]:
    return {rule.id: number for number, rule in enumerate(load_rules("label_kind"))}


@cache
def _evidence_kinds() -> tuple[str, ...]:
    kinds = {rule.kind for rule in load_rules("label_kind")}
    return tuple(sorted(kinds.difference(_PLAIN, _LEADING)))


def weigh_kind(words: str, lead: str = "", *, topic: bool = False) -> Kind:
    """Return the evidence that `words` can be checked (above 0) or not, what speaks for that side, and where.

    To the rules comes the wording as a whole, see extract/label_word.py.
    """
    return _sum_up(words, weigh_rules(words, lead, topic=topic), weigh_words(words))


def _sum_up(words: str, evidence: Evidence, wording: tuple[float, str]) -> Kind:
    total, found = evidence
    learned, gram = wording
    if learned:
        at = max(0, words.find(gram))
        found = [*found, (WORDING, learned, (at, min(len(words), at + len(gram))))]
    total += learned
    agree = [(name, span) for name, weight, span in found if (weight > 0) == (total > THRESHOLD)]
    return total, tuple(name for name, _ in agree), tuple(span for _, span in agree)


def weigh_rules(words: str, lead: str = "", *, topic: bool = False) -> Evidence:
    """Return the evidence of rules/label_kind.toml, and each rule that spoke, with its weight and its words.

    `lead` stands right before the words; `topic` says that they open a paragraph of others.
    """
    found: list[tuple[str, float, Place]] = []
    stance = 0.0
    left = words
    for rule in _evidence_rules(words, lead):
        if rule.kind in _OPENING and not topic:
            continue
        if rule.kind in _LEADING:
            before = len(lead)
            spans = [(m.start() - before, m.end() - before) for m in rule.pattern.finditer(lead)]
        else:
            spans = [m.span() for m in rule.pattern.finditer(left)]
        if spans:
            found.append((rule.id, float(rule.value) * min(len(spans), REPEATS), spans[0]))
        if rule.kind == "principle":
            stance += found[-1][1] if spans else 0
            for start, end in spans:
                left = left[:start] + CLAIMED * (end - start) + left[end:]
    return sum(weight for _, weight, _ in found) + max(0.0, -stance - MOST_AGAINST), found
