"""Where the lost places of a page, and the doubts of its restoration, stand in the report that was found on it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from ecoledger.model import Loss

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText
    from ecoledger.model import Issue
    from ecoledger.restore.restoration import Restored

_OF_PAGE = "spun"
"""Where one word was rewritten the whole page was, wherever on it that word stands."""


def find_losses(restored: Restored, body: MappedText) -> tuple[Loss, ...]:
    """Return what was lost of `body`, a part of the page, in order: words put back, and places that stay lost."""
    places = [(one.start, one.end, one.certainty) for one in restored.reconstructions]
    unsolved: list[tuple[int, int, float | None]] = [(place, place + 1, None) for place in restored.lost]
    losses = []
    for start, end, certainty in sorted((*places, *unsolved), key=lambda place: place[:2]):
        found = _find_span(restored.mapped, start, end, body)
        if found is not None:
            words = body.text[slice(*found)]
            losses.append(Loss(*found, words, *restored.mapped.source_span(start, end), certainty))
    return tuple(losses)


def place_issues(restored: Restored, body: MappedText, title: str | None) -> tuple[Issue, ...]:
    """Return the doubts that concern the report, their spans counted in `body`.

    Those about the title have no span there; those about what a site put around the report are left out.
    """
    placed = []
    for issue in restored.issues:
        if issue.start is None or issue.end is None:
            placed.append(issue)
            continue
        found = _find_span(restored.mapped, issue.start, issue.end, body)
        if found is not None:
            placed.append(replace(issue, start=found[0], end=found[1]))
        elif issue.kind == _OF_PAGE or _is_in(restored.mapped.text, issue.start, title):
            placed.append(replace(issue, start=None, end=None))
    return tuple(placed)


def is_lost_in(restored: Restored, title: str | None) -> bool:
    """Return whether a place that could not be put right stands in the title, as the page has it."""
    return any(_is_in(restored.mapped.text, place, title) for place in restored.lost)


def _is_in(text: str, place: int, title: str | None) -> bool:
    if not title:
        return False
    return any(m.start() <= place < m.end() for m in re.finditer(re.escape(title), text))


def _find_span(page: MappedText, start: int, end: int, body: MappedText) -> tuple[int, int] | None:
    """Return where the characters `[start, end)` of the page stand in its part `body`, without line ends around them."""
    source_start, source_end = page.source_span(start, end)
    left, right = bisect_left(body.starts, source_start), bisect_left(body.starts, source_end)
    while left < right and body.text[left] == "\n":
        left += 1
    while left < right and body.text[right - 1] == "\n":
        right -= 1
    return (left, right) if left < right else None
