"""The alternatives of a pattern, what stands between its |, each with its literals."""

from __future__ import annotations

import re
from typing import NamedTuple

from ecoledger.rules.literal import Words, may_match_nothing, required_literals, shortest

# What an alternative cannot be understood without: flags of the whole, and groups of another one.
_DEPENDS = re.compile(r"^\(\?[aiLmsux]+\)|\(\?(?:P=|\()|\\[1-9]")
# An escape, a set, a bracket or a bar.
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


class Alternative(NamedTuple):
    """A part of a pattern; whatever it matches holds a word of each set of `literals`."""

    pattern: str
    literals: tuple[Words, ...]


def read_alternatives(pattern: str) -> tuple[Alternative, ...]:
    """Return the alternatives of a pattern, first those that are mere words as one.

    A pattern whose parts depend on one another, or that may match nothing, is one alternative.
    """
    pieces = _split(pattern)
    inner = pattern.removeprefix("(?:").removesuffix(")")
    if len(pieces) == 1 and len(inner) + 4 == len(pattern):
        pieces = _split(inner)
    words = frozenset(piece for piece in pieces if piece.isalpha())
    others = [piece for piece in pieces if piece not in words]
    if len(pieces) == 1 or _DEPENDS.search(pattern) or any(map(may_match_nothing, others)):
        return (Alternative(pattern, required_literals(pattern)),)
    together = (
        [Alternative("|".join(filter(words.__contains__, pieces)), (shortest(words),))] if words else []
    )
    return (*together, *(Alternative(piece, required_literals(piece)) for piece in others))


def _split(pattern: str) -> tuple[str, ...]:
    """Cut at each | outside of groups and sets; a pattern whose brackets do not close by then is not cut."""
    pieces, depth, at = [], 0, 0
    for sign in _SIGN.finditer(pattern):
        if sign.group() == "|" and not depth:
            pieces.append(pattern[at : sign.start()])
            at = sign.end()
        depth += {"(": 1, ")": -1}.get(sign.group(), 0)
        if depth < 0:
            return (pattern,)
    return (*pieces, pattern[at:])
