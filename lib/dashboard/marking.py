"""Writes a report's words as HTML with the commitments marked: in the clean text, and in the text as published.

Every word of a report passes through `html.escape`; nothing in it is ever read as HTML or Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ecoledger.model import Commitment, Report, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` of a text to be shown as `look`; a `number` is written before the first of them."""

    start: int
    end: int
    look: str
    number: int | None = None


def mark_clean(report: Report, here: str | None = None) -> str:
    """Return the clean text of `report` as HTML, a paragraph a line; `here` is the id of a commitment to frame."""
    marks = list(_marks(report.commitments, here))
    paragraphs = []
    at = 0
    for line in report.text.split("\n"):
        if line:
            paragraphs.append(f"<p>{mark_text(line, _shifted(marks, at, at + len(line)))}</p>")
        at += len(line) + 1
    return f'<div class="report">{"".join(paragraphs)}</div>'


def mark_original(report: Report, here: str | None = None) -> str:
    """Return the text as published as HTML, the same words marked where they stand there."""
    marks = [
        Mark(*source, mark.look, mark.number)
        for mark in _marks(report.commitments, here)
        if (source := _source(report, mark)) is not None
    ]
    return f'<div class="report original">{mark_text(report.original, marks)}</div>'


def mark_commitment(commitment: Commitment) -> str:
    """Return the words of one commitment as HTML, with its targets, deadlines and bodies underlined."""
    marks = [
        Mark(mark.start - commitment.start, mark.end - commitment.start, mark.look)
        for mark in _marks((commitment,), None)
    ]
    return f'<div class="report"><p>{mark_text(commitment.text, marks)}</p></div>'


def mark_text(text: str, marks: Iterable[Mark]) -> str:
    """Return `text` escaped, with `marks` as elements whose classes say all that holds of their characters.

    Marks may overlap in any way: the text is cut at every edge, so elements never cross.
    """
    marks = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces: list[str] = []
    for start, end in pairwise(edges):
        numbers = (m.number for m in marks if m.start == start and m.number is not None)
        pieces.extend(
            f"<sup>{number}\u2060</sup>" for number in numbers
        )  # a word joiner: it stays with its words
        looks = dict.fromkeys(m.look for m in marks if m.start <= start and end <= m.end)
        words = escape(text[start:end])
        pieces.append(f'<mark class="{escape(" ".join(looks))}">{words}</mark>' if looks else words)
    return "".join(pieces)


def _marks(commitments: Sequence[Commitment], here: str | None) -> Iterator[Mark]:
    for number, commitment in enumerate(commitments, 1):
        look = f"{commitment.label} here" if commitment.id == here else commitment.label
        yield Mark(commitment.start, commitment.end, look, number)
        yield from _parts(commitment.targets, "target")
        yield from _parts(commitment.deadlines, "deadline")
        yield from _parts(commitment.bodies, "body")


def _parts(spans: Iterable[Span], look: str) -> Iterator[Mark]:
    for span in spans:
        yield Mark(span.start, span.end, look)


def _shifted(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """Give the marks within `[start, end)`, cut to it and counted from its start."""
    for mark in marks:
        left, right = max(mark.start, start), min(mark.end, end)
        if left < right:
            number = mark.number if left == mark.start else None
            yield Mark(left - start, right - start, mark.look, number)


def _source(report: Report, mark: Mark) -> tuple[int, int] | None:
    spans = report.offsets[mark.start : mark.end]
    if not spans:
        return None
    return min(start for start, _ in spans), max(end for _, end in spans)
