"""Carries evidence on: what governs a sentence to all its parts, what opens a part of a report to all in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ecoledger.extract.evidence import Found, is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ecoledger.extract.evidence import Evidence
    from ecoledger.model import Segment

GOVERNED = 1.5
"""What 要… or 目标是… says for the rest of its sentence (…；…；…)."""
HELD = {"review": -2.0, "plan": 1.0}
"""What the opening of a part (过去五年主要做了以下工作, 2024年重点工作) adds to each sentence that stands in it."""
PART_ENDS = 3.0
"""Evidence to the contrary that ends a part: a review that turns to 今年，我们要…."""


def govern(
    segments: Sequence[Segment], leads: Sequence[str], evidence: Iterable[Evidence]
) -> Iterator[Evidence]:
    """Yield the evidence with that of the word of duty or aim that opened the sentence, where it has several parts."""
    word: tuple[str, int, int] | None = None
    paragraph = -1
    for segment, lead, own in zip(segments, leads, evidence, strict=True):
        if segment.paragraph != paragraph or is_closed(lead):
            word = None
        paragraph = segment.paragraph
        if own.goal is not None:
            word = _place(own.goal, segment)
        elif word is not None:
            yield _add(own, word, GOVERNED, segment)
            continue
        yield own


def hold(segments: Sequence[Segment], evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield the evidence with that of the part a segment stands in: what opened the review or the plan.

    Speech in a part is not of it. A part ends where another begins, or a sentence plainly looks the other way.
    """
    part: tuple[tuple[str, int, int], float] | None = None
    for segment, own in zip(segments, evidence, strict=True):
        if own.opens is not None:
            part = _place(own.opens[0], segment), HELD[own.opens[1]]
        elif segment.speaker is None and part is not None:
            opening, weight = part
            if own.weight * weight >= 0 or abs(own.weight) < PART_ENDS:
                yield _add(own, opening, weight, segment)
                continue
            part = None
        yield own


def _place(found: Found, segment: Segment) -> tuple[str, int, int]:
    """Return the rule and where its words stand in the text."""
    return found.rule, segment.start + found.span[0], segment.start + found.span[1]


def _add(own: Evidence, words: tuple[str, int, int], weight: float, segment: Segment) -> Evidence:
    rule, start, end = words
    found = Found(rule, weight, (start - segment.start, end - segment.start))
    return replace(own, weight=own.weight + weight, found=(*own.found, found))
