"""The literals of a pattern: words of which at least one stands in whatever the pattern matches.

So a text that holds none of them need not be searched. As in RE2's prefilter, each part of a pattern is either one of
few words exactly, or has words that it requires; of all that a pattern requires, the rarest are taken.
"""

from __future__ import annotations

import re
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

_parser = import_module("re._parser")  # no other part of the library tells how a pattern is built

Words = frozenset[str]

_NOTHING: Words = frozenset(("",))
_MOST = 200  # words of one part; more are taken for anything
_MOST_TIMES = 3
_LONGEST_RANGE = 32
_FREQUENT = frozenset("，。、；：！？ \n（）()“”的和与0123456789一二三四五六七八九十年月日")
_SHARES = (1.0, 0.03, 0.003)
"""In how many lines a character and a pair of them may stand; a longer word is rarer still."""
_RARE = 0.0006
_COMMON = 0.3


class _Part(NamedTuple):
    """All that a part can match, where that is few words, and words of which it requires one; None where unknown."""

    exact: Words | None
    required: Words | None


_ANYTHING = _Part(None, None)


def required_literals(pattern: re.Pattern[str]) -> Words | None:
    """Return words of which every match of `pattern` holds at least one; None where there are none to name."""
    if pattern.flags & re.IGNORECASE:
        return None
    part = _read_row(_parser.parse(pattern.pattern, pattern.flags))
    found = _rarest(part.exact, part.required)
    return None if found is None else frozenset(w for w in found if not any(o != w and o in w for o in found))


def _read_row(nodes: Any) -> _Part:
    """Read parts in a row: the words of neighbours join as long as they are few."""
    exact: Words | None = _NOTHING
    run = _NOTHING
    required: list[Words | None] = []
    for kind, value in nodes:
        part = _read_part(str(kind), value)
        required.append(part.required)
        if part.exact is not None and len(run) * len(part.exact) <= _MOST:
            run = frozenset(map("".join, product(run, part.exact)))
        else:
            required.append(run)
            run = part.exact or _NOTHING
            exact = None
    return _Part(None if exact is None else run, _rarest(*required, run))


def _read_part(kind: str, value: Any) -> _Part:
    """Read one part by the name that the parser gives it; what stands beside the match consumes nothing."""
    part = _ANYTHING
    match kind:
        case "LITERAL":
            part = _Part(frozenset(chr(value)), None)
        case "IN":
            part = _Part(_read_set(value), None)
        case "SUBPATTERN" if not value[1] & re.IGNORECASE:
            part = _read_row(value[-1])
        case "ATOMIC_GROUP":
            part = _read_row(value)
        case "BRANCH":
            part = _read_branches([_read_row(nodes) for nodes in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, nodes = value
            part = _read_repeat(_read_row(nodes), least, int(most))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            part = _Part(_NOTHING, None)
    return part


def _read_set(items: Any) -> Words | None:
    chars: set[str] = set()
    for kind, value in items:
        if str(kind) == "LITERAL":
            chars.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _LONGEST_RANGE:
            chars.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(chars)


def _read_branches(parts: list[_Part]) -> _Part:
    """Read alternatives: each must be known for the whole to be."""
    exact = [part.exact for part in parts if part.exact is not None]
    either = [_rarest(part.exact, part.required) for part in parts]
    required = [words for words in either if words is not None]
    return _Part(
        frozenset().union(*exact) if len(exact) == len(parts) else None,
        frozenset().union(*required) if len(required) == len(parts) else None,
    )


def _read_repeat(part: _Part, least: int, most: int) -> _Part:
    if part.exact is not None and most <= _MOST_TIMES and len(part.exact) ** most <= _MOST:
        times = (product(part.exact, repeat=count) for count in range(least, most + 1))
        return _Part(frozenset("".join(words) for each in times for words in each), None)
    return _Part(None, _rarest(part.exact, part.required) if least else None)


def _rarest(*choices: Words | None) -> Words | None:
    """Return the words that are rarest together; none, where all of the `choices` can match nothing."""
    usable = [words for words in choices if words and "" not in words]
    return min(usable, key=lambda words: sum(map(_share, words)), default=None)


def _share(word: str) -> float:
    if len(word) == 1 and word in _FREQUENT:
        return _COMMON
    return _SHARES[len(word)] if len(word) < len(_SHARES) else _RARE
