"""Puts together what the parts read from each segment: commitments, statements, issues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.extract.body import find_bodies
from ecoledger.extract.deadline import find_deadlines
from ecoledger.extract.doubt import find_doubts
from ecoledger.extract.draft import Draft, Reading
from ecoledger.extract.label import ASIDE, label_segments
from ecoledger.extract.measure import find_measures
from ecoledger.extract.outcome import find_outcomes
from ecoledger.extract.theme import explain_themes
from ecoledger.model import Issue, Reason, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ecoledger.extract.context import Context
    from ecoledger.extract.label import Labelled
    from ecoledger.model import Body, Deadline, Label, Segment, Target


_CAPTION = 16
"""A principle of so few characters names a field of work (提升治理水平); what it names is no outcome set."""
_LONGEST_RESULT = 400
"""A result that only its number tells is said in fewer characters."""
LONGEST = 2000
"""No sentence of a report has more characters; a longer stretch has lost its marks and is read up to here."""


def read_commitments(text: str, segments: Sequence[Segment], context: Context) -> Reading:
    """Return the commitments and statements among the `segments` of `text`; dates are resolved by `context`.

    Of a segment longer than LONGEST only the beginning is read, and an issue says so.
    """
    commitments: list[Draft] = []
    statements: list[Statement] = []
    issues = [_too_long(segment) for segment in segments if len(segment.text) > LONGEST]
    segments = tuple(_cut(segment) for segment in segments)
    before: Segment | None = None
    read = tuple(zip(segments, label_segments(text, segments), strict=True))
    drafts = iter(_read_drafts(text, read, context))
    for segment, labelled in read:
        if labelled.label is not None:
            draft = next(drafts)
            commitments.append(draft)
            issues += find_doubts(draft, labelled, context)
        elif statement := _statement(text, segment, labelled):
            statements.append(statement)
        elif ASIDE in labelled.rules and commitments and before and _adjoin(before, commitments[-1], segment):
            bodies = find_bodies(text, segment.start, segment.end, context.region, context.places)
            commitments[-1] = replace(commitments[-1], bodies=commitments[-1].bodies + bodies)
        before = segment
    return Reading(tuple(commitments), tuple(statements), tuple(issues))


def _statement(text: str, segment: Segment, labelled: Labelled) -> Statement | None:
    """Return the demand on others or the past result that a segment is; a number alone tells a result in a review."""
    kind = labelled.statement
    if kind is None and (not labelled.result or len(segment.text) > _LONGEST_RESULT):
        return None
    measures = find_measures(text, segment.start, segment.end, done=kind != "demand")
    if kind is None and not measures:
        return None
    targets = _merge(measures, find_outcomes(text, segment.start, segment.end))
    reasons = _label_reasons(text, segment, labelled)
    return Statement(segment.start, segment.end, segment.text, kind or "achieved", targets, reasons)


def _too_long(segment: Segment) -> Issue:
    message = f"此句长达{len(segment.text)}字，只读取了前{LONGEST}字，其余请查对原文。"
    return Issue("segment_long", message, segment.start, segment.end)


def _cut(segment: Segment) -> Segment:
    if len(segment.text) <= LONGEST:
        return segment
    return replace(segment, end=segment.start + LONGEST, text=segment.text[:LONGEST])


def _adjoin(before: Segment, draft: Draft, aside: Segment) -> bool:
    """Tell whether an aside stands right behind a commitment, in its paragraph."""
    return before.start == draft.start and before.paragraph == aside.paragraph


def _read_drafts(text: str, read: Iterable[tuple[Segment, Labelled]], context: Context) -> list[Draft]:
    """Return what is read from each of the segments that have a label.

    Each reader goes through all of them before the next one begins: what it looks things up in stays in the processor's cache.
    """
    told = [(segment, labelled, label) for segment, labelled in read if (label := labelled.label)]
    spans = [(segment.start + labelled.since, segment.end) for segment, labelled, _ in told]
    measures = [find_measures(text, start, end) for start, end in spans]
    outcomes = [find_outcomes(text, start, end) for start, end in spans]
    deadlines = [find_deadlines(text, start, end, context.day) for start, end in spans]
    bodies = [find_bodies(text, start, end, context.region, context.places) for start, end in spans]
    themes = [explain_themes(segment.text, segment.start) for segment, _, _ in told]
    found = map(_Found, map(_merge, measures, outcomes), deadlines, bodies, themes)
    return [_draft(text, *one, what) for one, what in zip(told, found, strict=True)]


class _Found(NamedTuple):
    """What the readers found in a segment."""

    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    bodies: tuple[Body, ...]
    themes: tuple[tuple[str, ...], tuple[Reason, ...]]


def _draft(text: str, segment: Segment, labelled: Labelled, label: Label, found: _Found) -> Draft:
    targets, deadlines, bodies, (themes, theme_reasons) = found
    if label == "principle" and len(segment.text) <= _CAPTION:
        targets = tuple(t for t in targets if t.kind != "qualitative")
    rules = (*(t.rule for t in targets), *(d.rule for d in deadlines), *(b.rule for b in bodies))
    return Draft(
        segment.start,
        segment.end,
        segment.text,
        label=label,
        speaker=segment.speaker,
        themes=themes,
        targets=targets,
        deadlines=deadlines,
        bodies=bodies,
        rules=tuple(dict.fromkeys((*labelled.rules, *rules))),
        reasons=(
            *_label_reasons(text, segment, labelled),
            *theme_reasons,
            *((segment.head,) if segment.head else ()),
        ),
    )


def _label_reasons(text: str, segment: Segment, labelled: Labelled) -> tuple[Reason, ...]:
    """Return which rules made the segment what it is, each with its words."""
    places = (
        (rule, segment.start + a, segment.start + b)
        for rule, (a, b) in zip(labelled.rules, labelled.spans, strict=True)
    )
    return tuple(Reason("label", rule, text[a:b], a) for rule, a, b in places)


def _merge(measures: tuple[Target, ...], outcomes: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return measures and outcomes in order; an outcome that holds a measure's number is that measure."""
    if not measures or not outcomes:
        return measures or outcomes
    others = (o for o in outcomes if not any(o.start < m.end and m.start < o.end for m in measures))
    return tuple(sorted((*measures, *others), key=lambda t: (t.start, t.end)))
