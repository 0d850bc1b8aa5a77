"""Cues beside places: the places of a text put in 〈〉, and rules that look at what touches them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from ecoledger.rules.gate import find_in_parts
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecoledger.gazetteer.place import NamedPlace
    from ecoledger.rules.narrowed import PossibleRule

_OPEN, _CLOSE = "〈", "〉"
_SENTENCE = re.compile(r"[^。]+。?")
_BRACKETS = str.maketrans(_OPEN + _CLOSE, "《》")


def find_cues(text: str, places: Sequence[NamedPlace]) -> Iterator[tuple[NamedPlace, PossibleRule, str]]:
    """Yield each place with each cue that touches it: the rule, and the words of place and cue together."""
    if not places:
        return
    marked, opens = _mark(text, places)
    for rule, match in _find_matches(marked):
        start, end = match.span()
        first = max(bisect_left(opens, start) - 1, 0)
        for place, opened in zip(places[first:], opens[first:], strict=True):
            if opened > end:
                break
            closed = opened + len(place.text) + 2
            if closed >= start:
                words = marked[min(start, opened) : max(end, closed)]
                yield place, rule, words.replace(_OPEN, "").replace(_CLOSE, "")


def _find_matches(marked: str) -> Iterator[tuple[PossibleRule, re.Match[str]]]:
    """Yield what each rule finds, in order of the rules; no cue goes beyond the sentence of its place."""
    found = find_in_parts("region_cue", marked, _SENTENCE, holding=_OPEN)
    order = {rule.id: number for number, rule in enumerate(load_rules("region_cue"))}
    yield from sorted(found, key=lambda one: (order[one[0].id], one[1].start()))


def _mark(text: str, places: Sequence[NamedPlace]) -> tuple[str, list[int]]:
    """Return `text` with its places in brackets, and where each bracket opens."""
    text = text.translate(_BRACKETS)
    pieces: list[str] = []
    opens: list[int] = []
    at = 0
    for number, place in enumerate(places):
        pieces += [text[at : place.start], _OPEN, text[place.start : place.end], _CLOSE]
        opens.append(place.start + 2 * number)
        at = place.end
    return "".join([*pieces, text[at:]]), opens
