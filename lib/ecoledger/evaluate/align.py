"""Carries places in one copy of a text over to another copy that differs a little."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Alignment:
    """`places[i]` is the place in the second text where character i of the first stands, or would stand."""

    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the second text that `[start, end)` of the first answers to (it may be empty)."""
        if start >= end:
            return self.places[start], self.places[start]
        return self.places[start], max(self.places[start], self.places[end - 1] + 1)


def align(first: str, second: str) -> Alignment:
    """Return where each character of `first` stands in `second`; equal texts need no search."""
    if first == second:
        return Alignment(tuple(range(len(first) + 1)))
    places: list[int] = []
    for _, i1, i2, j1, j2 in _blocks(first, second):
        places.extend(min(j1 + k, max(j1, j2 - 1)) for k in range(i2 - i1))
    return Alignment((*places, len(second)))


def likeness(first: str, second: str) -> float:
    """Return 2·same/(first+second) over characters, white space and the width of signs aside; 1.0 if both are empty."""
    one, two = _plain(first), _plain(second)
    if not one and not two:
        return 1.0
    same = sum(i2 - i1 for tag, i1, i2, _, _ in _blocks(one, two) if tag == "equal")
    return 2 * same / (len(one) + len(two))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _blocks(first: str, second: str) -> list[tuple[str, int, int, int, int]]:
    # What both begin and end with is cut away first: the search is quadratic, damage is local.
    head = _shared(first, second)
    tail = min(_shared(first[::-1], second[::-1]), min(len(first), len(second)) - head)
    middle = SequenceMatcher(
        None, first[head : len(first) - tail], second[head : len(second) - tail], autojunk=False
    ).get_opcodes()
    blocks = [("equal", 0, head, 0, head)]
    blocks += [(tag, i1 + head, i2 + head, j1 + head, j2 + head) for tag, i1, i2, j1, j2 in middle]
    blocks.append(("equal", len(first) - tail, len(first), len(second) - tail, len(second)))
    return blocks


def _shared(first: str, second: str) -> int:
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count
