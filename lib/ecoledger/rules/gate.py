"""Tells in one scan which rules can find anything in a text: most find nothing in most texts.

An automaton holds the literals of all rules (rules/literal.py): a rule whose literals do not stand in a text is
spared. What is left is searched as ever, so that a gate never changes what is found.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import itemgetter, or_
from typing import NamedTuple

import ahocorasick

from ecoledger.lexicon.word_finder import spell
from ecoledger.rules.literal import required_literals
from ecoledger.rules.loader import Rule, load_rules

OF_SEGMENTS = ("label_forward", "label_kind", "outcome", "deadline", "body", "quantity")
OF_LINES = ("dateline", "page", "title")
OF_SENTENCES = ("meeting_date",)
"""The rule files that are tried on segments, on the lines of a page, on sentences: one scan for each."""

_FILES = {name: files for files in (OF_SEGMENTS, OF_LINES, OF_SENTENCES) for name in files}
_SETS = 2  # of literals that a rule may have
_bits = itemgetter(1)


class _Gate(NamedTuple):
    """Rules as bits of a number, once for each set of literals; those of sets that a rule lacks are always `given`."""

    rules: tuple[Rule, ...]
    files: dict[str, int]
    given: int
    automaton: ahocorasick.Automaton


def possible_rules(name: str, words: str, *kinds: str) -> tuple[Rule, ...]:
    """Return the rules of rules/<name>.toml, of `kinds` where given, that may find something in `words`, in order.

    All others find nothing there: `words` must be the whole text that they would be tried on, or hold it.
    """
    files = _FILES[name]
    return _pick(files, kinds, _scan(files, words) & _load_gate(files).files[name])


@lru_cache(maxsize=64)  # the readers of one segment ask in turn
def _scan(files: tuple[str, ...], words: str) -> int:
    """Return the rules that have a literal of each of their sets in `words`."""
    gate = _load_gate(files)
    found = reduce(or_, map(_bits, gate.automaton.iter(spell(words))), gate.given)
    return found & found >> len(gate.rules)


@lru_cache(maxsize=8192)
def _pick(files: tuple[str, ...], kinds: tuple[str, ...], bits: int) -> tuple[Rule, ...]:
    rules = _load_gate(files).rules
    found = (rules[at] for at in range(bits.bit_length()) if bits >> at & 1)
    return tuple(rule for rule in found if not kinds or rule.kind in kinds)


@cache
def _load_gate(names: tuple[str, ...]) -> _Gate:
    rules: list[Rule] = []
    files: dict[str, int] = {}
    for name in names:
        first = len(rules)
        rules += load_rules(name)
        files[name] = (1 << len(rules)) - (1 << first)
    literals: dict[str, int] = {}
    given = 0
    for number, rule in enumerate(rules):
        sets = required_literals(rule.pattern)
        for place in range(_SETS):
            bit = 1 << number + place * len(rules)
            if place >= len(sets):
                given |= bit
            else:
                literals.update((word, literals.get(word, 0) | bit) for word in sets[place])
    automaton = ahocorasick.Automaton()
    for word, bits in literals.items():
        automaton.add_word(spell(word), bits)
    automaton.make_automaton()
    return _Gate(tuple(rules), files, given, automaton)
