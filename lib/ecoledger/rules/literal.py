"""The literals of a pattern: words that stand in whatever the pattern matches.

So a text that holds none of them need not be searched. As in RE2's prefilter, each part of a pattern is either one of
few words exactly, or has words of which it requires one; of all that a pattern requires, the rarest are taken.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_parser = import_module("re._parser")  # no other part of the library tells how a pattern is built
_LITERAL = _parser.LITERAL

Words = frozenset[str]

_NOTHING: Words = frozenset(("",))
_MOST = 200  # words of one part; more are taken for anything
_MOST_TIMES = 3
_LONGEST_RANGE = 32
_LAST_DIGIT = 0x20000  # no script has digits beyond
MOST_SETS = 2  # sets of words of which each must have one in the text
_MOST_CHOICES = 4  # sets that are kept of a part until all are known
_FREQUENT = frozenset("，。、；：！？ \n（）()“”的和与一二三四五六七八九十年月日")
_SHARES = (1.0, 0.03, 0.003)
"""In how many lines a character and a pair of them may stand; a longer word is rarer still."""
_RARE = 0.0006
_COMMON = 0.5
_OF_NO_USE = 0.5  # words that stand in so many lines spare too few


class _Part(NamedTuple):
    """All that a part can match, where that is few words; and sets of words of each of which it requires one."""

    exact: Words | None
    required: tuple[Words, ...] = ()

    def sets(self) -> tuple[Words, ...]:
        """Return all sets of which the part requires a word, the rarest first."""
        if self.exact is None or self.exact in self.required:
            return self.required
        return _rarest((*self.required, self.exact))


_ANYTHING = _Part(None)


def required_literals(pattern: str) -> tuple[Words, ...]:
    """Return sets of words, the rarest first: every match of `pattern` holds a word of each. () where none is known."""
    parsed = parse_pattern(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return ()
    kept: list[Words] = []
    for words in map(shortest, _read_row(parsed).sets()):
        lengths = _lengths(words)
        if not any(all(_holds(longer, words, lengths) for longer in rarer) for rarer in kept):
            kept.append(words)
        if len(kept) == MOST_SETS:
            break
    return tuple(kept)


def may_match_nothing(pattern: str) -> bool:
    """Return whether a match of `pattern` can be empty."""
    return not parse_pattern(pattern).getwidth()[0]


@lru_cache(maxsize=256)  # asked for when a rule is loaded, and twice for its literals
def parse_pattern(pattern: str) -> Any:
    """Return a pattern as the parts it is built of. Raises re.error where it is none."""
    return _parser.parse(pattern)


def _read_row(nodes: Any) -> _Part:
    """Read parts in a row: the words of neighbours join as long as they are few."""
    exact: Words | None = _NOTHING
    run = _NOTHING
    required: list[Words] = []
    for part in _read_parts(nodes):
        required += part.required
        if part.exact is not None and len(run) * len(part.exact) <= _MOST:
            run = frozenset(map("".join, product(run, part.exact)))
        else:
            required.append(run)
            run = part.exact or _NOTHING
            exact = None
    return _Part(None if exact is None else run, _rarest((*required, run)))


def _read_parts(nodes: Any) -> Iterator[_Part]:
    """Yield the parts of a row, characters that follow one another as one word."""
    word = ""
    for kind, value in nodes:
        if kind is _LITERAL:
            word += chr(value)
            continue
        if word:
            yield _Part(frozenset((word,)))
            word = ""
        yield _read_part(str(kind), value)
    if word:
        yield _Part(frozenset((word,)))


def _read_part(kind: str, value: Any) -> _Part:
    """Read one part by the name that the parser gives it; what stands beside the match consumes nothing."""
    part = _ANYTHING
    match kind:
        case "IN":
            part = _read_set(value)
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
            part = _Part(_NOTHING)
    return part


def _read_set(items: Any) -> _Part:
    chars: set[str] = set()
    for kind, value in items:
        if str(kind) == "LITERAL":
            chars.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _LONGEST_RANGE:
            chars.update(map(chr, range(value[0], value[1] + 1)))
        elif str(value) == "CATEGORY_DIGIT":
            chars |= _digits()
        else:
            return _ANYTHING
    return _Part(None, (frozenset(chars),)) if len(chars) > _MOST else _Part(frozenset(chars))


@cache
def _digits() -> Words:
    """Return all characters that are digits to a pattern, those of every script."""
    return frozenset(filter(str.isdecimal, map(chr, range(_LAST_DIGIT))))


def _read_branches(parts: list[_Part]) -> _Part:
    """Read alternatives: each must be known for the whole to be; their sets are joined one by one."""
    exact = [part.exact for part in parts if part.exact is not None]
    sets = [part.sets() for part in parts]
    required = (
        frozenset().union(*(each[min(number, len(each) - 1)] for each in sets))
        for number in range(max(map(len, sets)) if all(sets) else 0)
    )
    return _Part(frozenset().union(*exact) if len(exact) == len(parts) else None, _rarest(required))


def _read_repeat(part: _Part, least: int, most: int) -> _Part:
    if part.exact is not None and most <= _MOST_TIMES and len(part.exact) ** most <= _MOST:
        times = (product(part.exact, repeat=count) for count in range(least, most + 1))
        return _Part(frozenset("".join(words) for each in times for words in each))
    return _Part(None, part.sets() if least else ())


def _rarest(choices: Iterable[Words]) -> tuple[Words, ...]:
    """Return the sets that are rarest; none that nothing can stand for, and none that would spare next to nothing."""
    shares = {words: _share(words) for words in choices if words and "" not in words}
    usable = [words for words, share in shares.items() if share < _OF_NO_USE]
    return tuple(sorted(usable, key=shares.__getitem__)[:_MOST_CHOICES])


def shortest(words: Words) -> Words:
    """Return `words` without those that hold another: whoever looks for 企业 finds 企业主体."""
    lengths = _lengths(words)
    if len(lengths) == 1:
        return words
    return frozenset(word for word in words if not _holds(word, words, lengths - {len(word)}))


def _lengths(words: Words) -> frozenset[int]:
    return frozenset(map(len, words))


def _holds(word: str, words: Words, lengths: frozenset[int]) -> bool:
    """Return whether one of `words`, of those of these `lengths`, stands in `word`."""
    for length in lengths:
        for start in range(len(word) - length + 1):
            if word[start : start + length] in words:
                return True
    return False


@lru_cache(maxsize=1024)
def _share(words: Words) -> float:
    """Return in how many lines one of the words may stand; digits stand together."""
    return sum(
        _SHARES[1] if word == "0" else _share_of_word(word)
        for word in words
        if word == "0" or not word.isdecimal()
    )


def _share_of_word(word: str) -> float:
    if len(word) == 1 and word in _FREQUENT:
        return _COMMON
    return _SHARES[len(word)] if len(word) < len(_SHARES) else _RARE
