"""Tells in one scan which rules can find anything in a text: most find nothing in most texts.

An automaton holds the literals of all rules (rules/literal.py), those of each alternative of a pattern by themselves. A
rule whose literals do not stand in a text is spared; of the others only the alternatives are tried whose literals stand
there. So a gate never changes what is found.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.word_finder import WordFinder
from ecoledger.rules.alternative import Alternative, read_alternatives
from ecoledger.rules.literal import MOST_SETS
from ecoledger.rules.loader import Rule, load_rules
from ecoledger.rules.narrowed import PossibleRule, narrow

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

OF_SEGMENTS = ("label_forward", "label_kind", "deadline", "body", "quantity")
OF_LINES = ("dateline", "page", "title")
OF_PARTS = ("outcome", "meeting_date", "meeting", "region_cue")
"""The rule files that are tried on segments, on the lines of a page, on clauses and other parts of a body.

One scan of a segment or line serves all files; for parts each file has its own.
"""

_GROUPS = {
    **dict.fromkeys(OF_SEGMENTS, OF_SEGMENTS),
    **dict.fromkeys(OF_LINES, OF_LINES),
    **{name: (name,) for name in OF_PARTS},
}
_REACH = 100  # no rule looks at more characters behind a part


class _Own(NamedTuple):
    """An alternative with its rule, and the bits of all alternatives of this rule in its file."""

    rule: Rule
    alternative: Alternative
    together: int


class _Literals(NamedTuple):
    """The alternatives of some files as bits of a number, once for each set of literals.

    `words` leads from a literal to the bits of the sets that hold it; those of sets that an alternative lacks are always
    `given`. `first` is the bit of the first alternative of each file.
    """

    size: int
    first: dict[str, int]
    given: int
    words: dict[str, int]


def possible_rules(name: str, words: str, *kinds: str) -> tuple[PossibleRule, ...]:
    """Return the rules of rules/<name>.toml, of `kinds` where given, that may find something in `words`, in order.

    All others find nothing there: `words` must be the whole text that they would be tried on, or hold it.
    """
    first, wanted = _wanted(name, kinds)
    return _pick(name, _scan(_GROUPS[name], words) >> first & wanted)


def find_in_parts(
    name: str, text: str, parts: re.Pattern[str], *kinds: str, holding: str = ""
) -> Iterator[tuple[PossibleRule, re.Match[str]]]:
    """Yield what the rules of rules/<name>.toml find in each of the `parts` of `text`: its sentences, or its lines.

    Parts that do not hold the word `holding` are passed over. No match may go beyond its part; what a rule looks at behind a match may.
    """
    for start, end, rules in possible_in_parts(name, text, parts, *kinds):
        if holding and text.find(holding, start, end) < 0:
            continue
        for rule in rules:
            for match in rule.pattern.finditer(text, start, end + _REACH):
                if match.start() < end:
                    yield rule, match


def possible_in_parts(
    name: str, text: str, parts: re.Pattern[str], *kinds: str
) -> Iterator[tuple[int, int, tuple[PossibleRule, ...]]]:
    """Yield where each of the `parts` of `text` begins and ends, and the rules that may find something in it.

    As possible_rules for each part, but the text is scanned once.
    """
    literals, finder = _load_gate(_GROUPS[name])
    first, wanted = _wanted(name, kinds)
    hits = finder.find(text)
    _, at, bits = next(hits, _NO_HIT)
    for part in parts.finditer(text):
        start, end = part.span()
        found = literals.given
        while 0 <= at <= end:
            found |= bits if at > start else 0
            _, at, bits = next(hits, _NO_HIT)
        yield start, end, _pick(name, _complete(literals, found) >> first & wanted)


_NO_HIT = (0, -1, 0)


@lru_cache(maxsize=1024)  # each reader asks for all segments of a text before the next one does
def _scan(group: tuple[str, ...], words: str) -> int:
    """Return the alternatives that have a literal of each of their sets in `words`."""
    literals, finder = _load_gate(group)
    return _complete(literals, reduce(or_, finder.values_in(words), literals.given))


def _complete(literals: _Literals, found: int) -> int:
    """Return the alternatives of which all sets are `found`."""
    return found & found >> literals.size


@lru_cache(maxsize=8192)
def _pick(name: str, bits: int) -> tuple[PossibleRule, ...]:
    """Return the rules of a file to whose alternatives `bits` belong, in order."""
    owners = _owners(name)
    picked = []
    while bits:
        together = owners[(bits & -bits).bit_length() - 1].together
        picked.append(_narrow(name, bits & together))
        bits &= ~together
    return tuple(picked)


@lru_cache(maxsize=4096)  # texts differ, but most rules have few alternatives
def _narrow(name: str, bits: int) -> PossibleRule:
    """Return the rule of which the alternatives with these `bits` may match."""
    possible = [own for number, own in enumerate(_owners(name)) if bits >> number & 1]
    whole = bits == possible[0].together
    return narrow(possible[0].rule, [own.alternative for own in possible], whole=whole)


@cache
def _wanted(name: str, kinds: tuple[str, ...]) -> tuple[int, int]:
    """Return where the bits of a file begin in those of its group, and those of its rules of `kinds`."""
    masks = (own.together for own in _owners(name) if not kinds or own.rule.kind in kinds)
    return _read_literals(_GROUPS[name]).first[name], reduce(or_, masks, 0)


@cache
def _owners(name: str) -> tuple[_Own, ...]:
    """Return the alternatives of a file in order."""
    owners: list[_Own] = []
    for rule in load_rules(name):
        alternatives = read_alternatives(rule.source)
        together = ((1 << len(alternatives)) - 1) << len(owners)
        owners += [_Own(rule, alternative, together) for alternative in alternatives]
    return tuple(owners)


@cache
def _read_literals(group: tuple[str, ...]) -> _Literals:
    first: dict[str, int] = {}
    alternatives: list[Alternative] = []
    for name in group:
        first[name] = len(alternatives)
        alternatives += [own.alternative for own in _owners(name)]
    words: dict[str, int] = {}
    given = 0
    for number, one in enumerate(alternatives):
        for place in range(MOST_SETS):
            bit = 1 << number + place * len(alternatives)
            if place >= len(one.literals):
                given |= bit
            else:
                words.update((word, words.get(word, 0) | bit) for word in one.literals[place])
    return _Literals(len(alternatives), first, given, words)


@cache
def _load_gate(group: tuple[str, ...]) -> tuple[_Literals, WordFinder[int]]:
    literals = _read_literals(group)
    return literals, WordFinder(literals.words)
