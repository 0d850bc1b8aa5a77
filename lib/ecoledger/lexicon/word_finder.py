"""Finds many words in a text at once, in one pass over it."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")

_number = itemgetter(1)
_CONTINUED = bytes(range(0x80, 0xC0))  # all bytes of a character but its first


class WordFinder(Generic[T]):
    """Words, each with a value of its own; it never changes."""

    def __init__(self, words: Mapping[str, T]) -> None:
        self._automaton = ahocorasick.Automaton()
        for number, word in enumerate(words):
            self._automaton.add_word(spell(word), number)
        self._automaton.make_automaton()
        self._lengths = tuple(map(len, words))
        self._values = tuple(words.values())

    def __contains__(self, word: str) -> bool:
        return spell(word) in self._automaton

    def values_in(self, text: str) -> list[T]:
        """Return the value of each of the words that stands in `text`, once, in no order."""
        standing = set(map(_number, self._automaton.iter(spell(text))))
        return [self._values[number] for number in standing]

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) of every word that stands in `text`, also inside others, in order of their ends."""
        raw = _encode(text)
        end = done = 0
        for last, number in self._automaton.iter(raw.decode("latin-1")):
            end += len(raw[done : last + 1].translate(None, _CONTINUED))
            done = last + 1
            yield end - self._lengths[number], end, self._values[number]

    def find_longest(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) of the words in `text` from the left, the longest at each place, without overlap."""
        longest: dict[int, tuple[int, T]] = {}
        for start, end, value in self.find(text):  # the longer ends behind the shorter
            longest[start] = end, value
        done = 0
        for start in sorted(longest):
            if start >= done:
                done, value = longest[start]
                yield start, done, value


def spell(words: str) -> str:
    """Return the bytes of `words` in UTF-8 as characters.

    At each step an automaton looks one by one through all characters that may come next: of Chinese characters these
    are thousands, of bytes few. A word is found where it stands and nowhere else: in UTF-8 no character is part of another.
    """
    return _encode(words).decode("latin-1")


def _encode(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")
