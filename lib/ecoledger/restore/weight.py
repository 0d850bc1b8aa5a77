"""Weighs, character by character, what may have stood at a lost place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.restore.gbk import pairs, to_bytes
from ecoledger.restore.reading import readings
from ecoledger.restore.script import is_only_simplified, simplify_char
from ecoledger.restore.wording import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table = dict[str, frozenset[str]]
"""A page's own readings, each with the characters it stands behind."""

_STRANGE_READING = -4.0  # a reading of the character, but not one that this page is known to insert
_WITHOUT_READING = -12.0  # this page marks the character everywhere else
_WRONG_SCRIPT = -3.0
_RARE = -20.0
_FULL = "，。、；：？！“”‘’（）《》…—·"


class State(NamedTuple):
    """A beginning of what may have stood there."""

    text: str  # begins with the character before the place
    score: float
    leads: tuple[int, ...] = ()  # lead bytes of which one waits for its trail; none: between characters
    hidden: int = 0
    marked: bool = True  # whether a reading stands behind the last character


class Weight:
    """Weighs single characters and the readings behind them."""

    def __init__(self, table: Table, traditional: bool) -> None:
        self.table = table
        self.traditional = traditional
        self.always = frozenset(char for chars in table.values() for char in chars)

    def with_char(self, state: State, char: str) -> State:
        """Return the state after `char`."""
        score = self.finish(state) + _weigh(char)
        if self.traditional and is_only_simplified(char):
            score += _WRONG_SCRIPT
        return State(state.text + char, score, (), state.hidden, marked=False)

    def finish(self, state: State) -> float:
        """Return the score, less where the last character should have its reading and has none."""
        return state.score + (0.0 if state.marked or state.text[-1] not in self.always else _WITHOUT_READING)

    def with_reading(self, state: State, reading: str) -> Iterator[State]:
        """Yield the states after a reading behind the last two bytes, none where they cannot have it."""
        last = state.text[-1]
        if not state.leads:
            cost = self._cost(last, reading)
            if cost is not None:
                yield state._replace(score=state.score + cost, marked=True)
            return
        trail = (to_bytes(last) or b"\0")[-1]  # it stands behind the trail of one and the lead of the next
        for lead in state.leads:
            cost = self._cost(pairs().get((trail, lead), ""), reading)
            if cost is not None:
                yield state._replace(score=state.score + cost, leads=(lead,))

    def _cost(self, char: str, reading: str) -> float | None:
        if char in self.table.get(reading, ()):
            return 0.0
        return _STRANGE_READING if reading in readings().get(char, ()) else None


@cache
def _weigh(char: str) -> float:
    """Return the log probability of `char`; a digit is never made up, only what the page shows is kept."""
    if char in _FULL:
        return -5.0
    if char.isascii():
        return -9.0
    return (
        load_words().chars.get(simplify_char(char), _RARE) if char >= "\u3400" and char.isalpha() else _RARE
    )


@cache
def by_lead() -> Mapping[int, tuple[str, ...]]:
    """Return the characters in use of each lead byte, the most frequent first."""
    found: dict[int, list[str]] = {}
    for (lead, _), char in pairs().items():
        if _weigh(char) > _RARE:
            found.setdefault(lead, []).append(char)
    return {lead: tuple(sorted(chars, key=_weigh, reverse=True)) for lead, chars in found.items()}


@cache
def by_trail() -> Mapping[int, Mapping[int, str]]:
    """Return for each trail byte the characters in use, by their lead byte."""
    found: dict[int, dict[int, str]] = {}
    for (lead, trail), char in pairs().items():
        if _weigh(char) > _RARE:
            found.setdefault(trail, {})[lead] = char
    return found
