"""Weighs, character by character, what may have stood at a lost place."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.restore.gbk import pairs, to_bytes
from ecoledger.restore.lexis import load_lexis
from ecoledger.restore.reading import readings
from ecoledger.restore.repertoire import FULL, MARKS, in_use
from ecoledger.restore.script import is_only_simplified, simplify_char

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table = dict[str, frozenset[str]]
"""A page's own readings, each with the characters it stands behind."""
Known = dict[tuple[str, tuple[str, ...]], tuple[tuple[float, str, str], ...]]
"""What was weighed before: a last character and those that may follow; of each its weight and Simplified form."""

_STRANGE_READING = -4.0  # a reading of the character, but not one that this page is known to insert
_WITHOUT_READING = -12.0  # this page marks the character everywhere else
_WRONG_SCRIPT = -8.0  # a character of the other script that stands nowhere on the page
_LEFT = frozenset("后里面干于谷志云松丑几向回姜家弦才旋曲胡须制沈折并群恒征范")
"""Characters that copying sites leave Simplified in Traditional text."""
_USUAL_FORM = {"著": "着"}  # which of two Simplified forms it is, only the words around tell
_RARE = -20.0
_ASCII = -9.0
_NONE: frozenset[int] = frozenset()
_WINDOW = 9.0
_LEAST = 1e-8  # of one character to follow another
_OWN = 1.0
_SELDOM = 0.001
_FOLLOWED = 1 << 16  # pairs of characters that are remembered
_MOST_NEXT = 150  # characters that may follow one


class State(NamedTuple):
    """A beginning of what may have stood there."""

    text: str  # begins with the character before the place
    score: float
    last: str  # the Simplified form of the last character
    leads: frozenset[int] = (
        frozenset()
    )  # lead bytes of which one waits for its trail; none: between characters
    hidden: int = 0
    marked: bool = True  # whether a reading stands behind the last character
    assumed: tuple[tuple[str, str], ...] = ()  # readings that the page shows at no other place

    def behind(self, leads: frozenset[int], score: float = 0.0, hidden: int = 0) -> State:
        """Return the state behind the first byte of a character, one of `leads`, with so much added. Quicker than _replace."""
        return State(
            self.text, self.score + score, self.last, leads, self.hidden + hidden, self.marked, self.assumed
        )


class Weight:
    """Weighs single characters and the readings behind them; `own` counts the page's strings, `shown` are its characters.

    `known` remembers what was weighed at other places of the page.
    """

    def __init__(
        self,
        table: Table,
        own: Mapping[str, int],
        shown: frozenset[str],
        known: Known,
        *,
        traditional: bool,
    ) -> None:
        self.table = table
        self.traditional = traditional
        self._shown = shown
        self.always = frozenset(char for chars in table.values() for char in chars)
        self._own = own
        self.weighed = 0  # characters: what a search costs
        self._known = known

    def start(self, before: str) -> State:
        """Return the state behind the character `before`."""
        return State(before, 0.0, simplify_char(before))

    def with_char(self, state: State, char: str) -> State:
        """Return the state after `char`."""
        return self.with_any(state, (char,))[0]

    def with_any(self, state: State, chars: tuple[str, ...]) -> list[State]:
        """Return the states after each of `chars`, without those that are out of the question beside the best."""
        likely = self._known.get((state.last, chars))
        if likely is None:
            likely = self._known[state.last, chars] = self._weigh_all(state.last, chars)
        self.weighed += len(likely)
        text, hidden, assumed = state.text, state.hidden, state.assumed
        score = self.finish(state)
        return [
            State(text + char, score + value, simple, _NONE, hidden, False, assumed)
            for value, simple, char in likely
        ]

    def _weigh_all(self, last: str, chars: tuple[str, ...]) -> tuple[tuple[float, str, str], ...]:
        weighed = [(*self._weigh(last, char), char) for char in chars]
        # What the page says often (保护) is likelier, but rules out nothing else (环保基础).
        least = (
            max((value - self._credit(last, simple) for value, simple, _ in weighed), default=0.0) - _WINDOW
        )
        weighed.sort(key=lambda one: -one[0])
        return tuple(one for one in weighed[:_MOST_NEXT] if one[0] >= least)

    def finish(self, state: State) -> float:
        """Return the score, less where the last character should have its reading and has none."""
        return state.score + (0.0 if state.marked or state.text[-1] not in self.always else _WITHOUT_READING)

    def with_reading(self, state: State, reading: str) -> Iterator[State]:
        """Yield the states after a reading behind the last two bytes, none where they cannot have it."""
        last = state.text[-1]
        if not state.leads:
            if self._can_have(last, reading):
                yield self._read(state, last, reading)._replace(marked=True)
            return
        trail = (to_bytes(last) or b"\0")[-1]  # it stands behind the trail of one and the lead of the next
        for lead in sorted(state.leads):
            char = pairs().get((trail, lead), "")
            if self._can_have(char, reading):
                yield self._read(state, char, reading)._replace(leads=frozenset((lead,)))

    def with_swallowed(self, state: State, reading: str) -> Iterator[tuple[int, State]]:
        """Yield the states after a reading whose parenthesis made a pair with an unknown byte, and that byte.

        The byte is the last of the two that the reading was put behind.
        """
        before = (to_bytes(state.text[-1]) or b"\0")[-1]
        for char, lead, trail in _with_reading(reading, self.table.get(reading, frozenset())):
            if lead in state.leads:
                if char in in_use():
                    yield trail, self._read(self.with_char(state, char), char, reading)._replace(marked=True)
            elif not state.leads and lead == before:
                yield trail, self._read(state, char, reading)._replace(leads=frozenset((trail,)))

    def is_strange(self, char: str) -> bool:
        """Return whether `char` is of a script that the page is not in, and stands nowhere on it."""
        wrong = is_only_simplified(char) if self.traditional else simplify_char(char) != char
        return wrong and char not in self._shown and char not in _LEFT

    def _can_have(self, char: str, reading: str) -> bool:
        return char in self.table.get(reading, ()) or reading in readings().get(char, ())

    def _read(self, state: State, char: str, reading: str) -> State:
        if char in self.table.get(reading, ()):
            return state
        new = (char, reading)
        cost = 0.0 if new in state.assumed else _STRANGE_READING
        return state._replace(score=state.score + cost, assumed=(*state.assumed, new))

    def _weigh(self, last: str, char: str) -> tuple[float, str]:
        """Return the log probability of `char` behind `last`, and its Simplified form."""
        simple = _USUAL_FORM.get(char) or simplify_char(char)
        score = _follow(last, simple) + self._credit(last, simple)
        return score + (_WRONG_SCRIPT if self.is_strange(char) else 0.0), simple

    def _credit(self, last: str, simple: str) -> float:
        return _OWN * math.log1p(self._own.get(last + simple, 0))


@lru_cache(_FOLLOWED)
def _follow(last: str, char: str) -> float:
    lexis = load_lexis()
    ends = lexis.ends.get(last, 0.05) if last >= "\u3400" and last.isalpha() else 1.0
    if char.isascii():
        return _ASCII
    if char in MARKS or char in FULL:
        return math.log(ends * MARKS.get(char, _SELDOM) + _LEAST)
    if char not in lexis.chars:
        return _RARE
    return math.log(lexis.pairs.get(last + char, 0.0) + ends * lexis.begins.get(char, 0.0) + _LEAST)


@cache
def _with_reading(reading: str, more: frozenset[str]) -> tuple[tuple[str, int, int], ...]:
    """Return the characters that have `reading`, and `more`, each with its two bytes."""
    chars = more | {char for char, own in readings().items() if reading in own}
    return tuple((char, raw[0], raw[-1]) for char in sorted(chars) if (raw := to_bytes(char)))
