"""The characters of GBK that a report may hold, by their bytes and by what they often follow."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ecoledger.restore.gbk import pairs, to_bytes
from ecoledger.restore.lexis import load_lexis
from ecoledger.restore.script import simplify_char

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MARKS = {"，": 0.045, "。": 0.02, "、": 0.03, "：": 0.003, "；": 0.004, "“": 0.004, "”": 0.004}
"""Punctuation with its share of all characters."""
FULL = "！？‘’（）《》…—·○％℃ⅠⅡⅢⅣⅤ"
"""Full-width marks that are seldom met."""
_MOST_FOLLOWERS = 60
_MOST_BEGINNERS = 300


@cache
def in_use() -> frozenset[str]:
    """Return the characters of GBK that a report may hold; a digit is never made up."""
    known = load_lexis().chars
    return frozenset(
        char
        for char in pairs().values()
        if char in MARKS
        or char in FULL
        or (char >= "\u3400" and char.isalpha() and simplify_char(char) in known)
    )


@cache
def by_lead() -> Mapping[int, tuple[tuple[int, str], ...]]:
    """Return for each lead byte the characters in use with their trail byte, the most frequent first."""
    return _group((lead, trail, char) for (lead, trail), char in pairs().items())


@cache
def with_lead(lead: int) -> tuple[str, ...]:
    """Return the characters in use that begin with the byte `lead`, the most frequent first."""
    return tuple(char for _, char in by_lead().get(lead, ()))


@cache
def by_trail() -> Mapping[int, tuple[tuple[int, str], ...]]:
    """Return for each trail byte the characters in use with their lead byte, the most frequent first."""
    return _group((trail, lead, char) for (lead, trail), char in pairs().items())


def _group(items: Iterable[tuple[int, int, str]]) -> Mapping[int, tuple[tuple[int, str], ...]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for byte, other, char in items:
        if char in in_use():
            found.setdefault(byte, []).append((other, char))
    weight = load_lexis().chars
    return {
        byte: tuple(sorted(group, key=lambda g: -weight.get(simplify_char(g[1]), 0.0)))
        for byte, group in found.items()
    }


@cache
def followers(last: str, leads: frozenset[int]) -> tuple[str, ...]:
    """Return the characters that most often follow `last` or begin a word, of those whose lead byte is in `leads`."""
    known = _followers()
    return tuple(
        char
        for char in dict.fromkeys((*known.get(last, ()), *known[""]))
        if (to_bytes(char) or b"\0")[0] in leads
    )


@cache
def _followers() -> Mapping[str, tuple[str, ...]]:
    """Return for each character the forms of those that most often follow it within a word."""
    lexis = load_lexis()
    forms: dict[str, list[str]] = {}
    for char in in_use():
        forms.setdefault(simplify_char(char), []).append(char)
    found: dict[str, list[str]] = {}
    for pair in sorted(lexis.pairs, key=lambda p: -lexis.pairs[p]):
        own = found.setdefault(pair[0], [])
        if len(own) < _MOST_FOLLOWERS:
            own += sorted(forms.get(pair[1], ()))
    begins = sorted(lexis.begins, key=lambda c: -lexis.begins[c])[:_MOST_BEGINNERS]
    found[""] = [form for char in begins for form in sorted(forms.get(char, ()))]
    return {char: tuple(own) for char, own in found.items()}
