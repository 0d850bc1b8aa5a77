"""Tells in one scan which rules can find anything in a text: most find nothing in most texts.

An automaton holds the literals of all rules (rules/literal.py): a rule none of whose literals stand in a text is
spared. What is left is searched as ever, so that a gate never changes what is found.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import itemgetter, or_
from typing import NamedTuple

import ahocorasick

from ecoledger.rules.literal import required_literals
from ecoledger.rules.loader import Rule, load_rules

GATED = ("label_forward", "label_kind", "outcome", "deadline", "body", "quantity")
"""The rule files that are tried segment by segment."""

_bits = itemgetter(1)


class _Gate(NamedTuple):
    """Rules as bits of a number: `automaton` maps each literal to its rules, `ungated` have none."""

    automaton: ahocorasick.Automaton
    rules: tuple[Rule, ...]
    ungated: int
    files: dict[str, int]


def possible_rules(name: str, words: str, *kinds: str) -> tuple[Rule, ...]:
    """Return the rules of rules/<name>.toml, of `kinds` where given, that may find something in `words`, in order.

    All others find nothing there: `words` must be the whole text that they would be tried on, or hold it.
    """
    return _pick(kinds, _scan(words) & _load_gate().files[name])


@lru_cache(maxsize=64)  # the readers of one segment ask in turn
def _scan(words: str) -> int:
    """Return the rules of which a literal stands in `words`."""
    gate = _load_gate()
    return reduce(or_, map(_bits, gate.automaton.iter(_spell(words))), gate.ungated)


@lru_cache(maxsize=8192)
def _pick(kinds: tuple[str, ...], bits: int) -> tuple[Rule, ...]:
    rules = _load_gate().rules
    found = (rules[at] for at in range(bits.bit_length()) if bits >> at & 1)
    return tuple(rule for rule in found if not kinds or rule.kind in kinds)


def _spell(words: str) -> str:
    """Return the bytes of `words` as characters: an automaton looks through all that may come next one by one."""
    return words.encode("utf-8", "surrogatepass").decode("latin-1")


@cache
def _load_gate() -> _Gate:
    automaton = ahocorasick.Automaton()
    rules: list[Rule] = []
    files: dict[str, int] = {}
    literals: dict[str, int] = {}
    ungated = 0
    for name in GATED:
        first = len(rules)
        rules += load_rules(name)
        files[name] = (1 << len(rules)) - (1 << first)
        for number, rule in enumerate(rules[first:], first):
            found = required_literals(rule.pattern)
            if found is None:
                ungated |= 1 << number
            for literal in found or ():
                literals[literal] = literals.get(literal, 0) | 1 << number
    for literal, bits in literals.items():
        automaton.add_word(_spell(literal), bits)
    automaton.make_automaton()
    return _Gate(automaton, tuple(rules), ungated, files)
