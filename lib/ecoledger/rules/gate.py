"""Tells in one scan which rules can find anything in a text: most find nothing in most texts.

An automaton holds the literals of all rules (rules/literal.py), those of each alternative of a pattern by themselves. A
rule whose literals do not stand in a text is spared; of the others only the alternatives are tried whose literals stand
there. So a gate never changes what is found.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick

from ecoledger.lexicon.word_finder import spell
from ecoledger.rules.alternative import Alternative, read_alternatives
from ecoledger.rules.literal import MOST_SETS
from ecoledger.rules.loader import Rule, load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OF_SEGMENTS = ("label_forward", "label_kind", "outcome", "deadline", "body", "quantity")
OF_LINES = ("dateline", "page", "title")
OF_PARTS = ("meeting_date", "meeting", "region_cue")
"""The rule files that are tried on segments, on the lines of a page, on parts of a body: one scan for each."""

_FILES = {"segment": OF_SEGMENTS, "line": OF_LINES, "part": OF_PARTS}
_GROUPS = {name: group for group, names in _FILES.items() for name in names}
_REACH = 100  # no rule looks at more characters behind a part
_GROUP = re.compile(r"\((?!\?)|\(\?P<")  # a bracket that keeps what it holds
_value = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A pattern of which only some alternatives can match in a text: they find where, the whole pattern what."""

    whole: re.Pattern[str]
    alternatives: tuple[re.Pattern[str], ...]

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield what the whole pattern finds in `text[start:end]`."""
        while match := self.search(text, start, end):
            yield match
            start = match.end()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match of the whole pattern in `text[start:end]`."""
        first = -1
        for one in self.alternatives:
            match = one.search(text, start, end)
            if match and (first < 0 or match.start() < first):
                first = match.start()
        return None if first < 0 else self.whole.match(text, first, end)

    def sub(self, put: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with `put(match)` for each match."""
        pieces, at = [], 0
        for match in self.finditer(text):
            pieces += [text[at : match.start()], put(match)]
            at = match.end()
        return "".join((*pieces, text[at:]))


class PossibleRule(NamedTuple):
    """A rule that may find something: as Rule, the pattern as far as it can match."""

    id: str
    kind: str
    value: Any
    pattern: re.Pattern[str] | Narrowed


class _Gate(NamedTuple):
    """Alternatives of rules as bits of a number, once for each set of literals.

    Those of sets that an alternative lacks are always `given`; the automaton leads from a literal to its place in `bits`.
    """

    alternatives: tuple[tuple[Rule, Alternative], ...]
    files: dict[str, int]
    given: int
    bits: tuple[int, ...]
    automaton: ahocorasick.Automaton


def possible_rules(name: str, words: str, *kinds: str) -> tuple[PossibleRule, ...]:
    """Return the rules of rules/<name>.toml, of `kinds` where given, that may find something in `words`, in order.

    All others find nothing there: `words` must be the whole text that they would be tried on, or hold it.
    """
    group = _GROUPS[name]
    return _pick(group, kinds, _scan(group, words) & _load_gate(group).files[name])


def find_in_parts(
    name: str, text: str, parts: re.Pattern[str], *kinds: str, holding: str = ""
) -> Iterator[tuple[PossibleRule, re.Match[str]]]:
    """Yield what the rules of rules/<name>.toml find in each of the `parts` of `text`: its sentences, or its lines.

    Parts that do not hold the word `holding` are passed over. No match may go beyond its part; what a rule looks at behind a match may.
    """
    for part in parts.finditer(text):
        if holding not in part.group():
            continue
        start, end = part.span()
        for rule in possible_rules(name, part.group(), *kinds):
            for match in rule.pattern.finditer(text, start, end + _REACH):
                if match.start() < end:
                    yield rule, match


@lru_cache(maxsize=256)  # the readers of one segment ask in turn
def _scan(group: str, words: str) -> int:
    """Return the alternatives that have a literal of each of their sets in `words`."""
    gate = _load_gate(group)
    literals = set(map(_value, gate.automaton.iter(spell(words))))
    found = reduce(or_, map(gate.bits.__getitem__, literals), gate.given)
    return found & found >> len(gate.alternatives)


@lru_cache(maxsize=4096)
def _pick(group: str, kinds: tuple[str, ...], bits: int) -> tuple[PossibleRule, ...]:
    alternatives = _load_gate(group).alternatives
    numbers = []
    while bits:
        lowest = bits & -bits
        numbers.append(lowest.bit_length() - 1)
        bits ^= lowest
    grouped = (tuple(own) for _, own in groupby(numbers, key=lambda number: alternatives[number][0].id))
    return tuple(_narrow(group, own) for own in grouped if not kinds or alternatives[own[0]][0].kind in kinds)


@lru_cache(maxsize=4096)  # texts differ, but most rules have few alternatives
def _narrow(group: str, numbers: tuple[int, ...]) -> PossibleRule:
    """Return the rule of which the alternatives of these `numbers` may match."""
    found = [_load_gate(group).alternatives[number] for number in numbers]
    rule = found[0][0]
    pattern: re.Pattern[str] | Narrowed
    if len(found) == len(_read(rule.source)):
        pattern = rule.pattern
    elif len(found) == 1 and not _GROUP.search(rule.source):
        pattern = _compile(found[0][1].pattern)  # it finds what the whole would
    else:
        pattern = Narrowed(rule.pattern, tuple(_compile(one.pattern) for _, one in found))
    return PossibleRule(rule.id, rule.kind, rule.value, pattern)


_read = cache(read_alternatives)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _load_gate(group: str) -> _Gate:
    alternatives: list[tuple[Rule, Alternative]] = []
    files: dict[str, int] = {}
    for name in _FILES[group]:
        first = len(alternatives)
        alternatives += [(rule, one) for rule in load_rules(name) for one in _read(rule.source)]
        files[name] = (1 << len(alternatives)) - (1 << first)
    literals: dict[str, int] = {}
    given = 0
    for number, (_, one) in enumerate(alternatives):
        for place in range(MOST_SETS):
            bit = 1 << number + place * len(alternatives)
            if place >= len(one.literals):
                given |= bit
            else:
                literals.update((word, literals.get(word, 0) | bit) for word in one.literals[place])
    automaton = ahocorasick.Automaton()
    for number, word in enumerate(literals):
        automaton.add_word(spell(word), number)
    automaton.make_automaton()
    return _Gate(tuple(alternatives), files, given, tuple(literals.values()), automaton)
