"""Pairs of bytes that a page does not show as a character, and whose bytes they may have been."""

from __future__ import annotations

from enum import Enum
from functools import cache

from ecoledger.restore.gbk import is_user_defined, pairs, to_bytes
from ecoledger.restore.lexis import load_lexis
from ecoledger.restore.repertoire import by_lead
from ecoledger.restore.script import simplify_char

_BYTES = range(0x81, 0xFF)
_MOST = 300


class Gap(Enum):
    """Whether such a pair left a `?` or nothing at all."""

    SHOWN = "?"
    UNSEEN = ""


@cache
def gaps(lead: int, gap: Gap) -> dict[str, frozenset[int]]:
    """Return the characters with this lead byte whose trail can begin such a pair, each with what can end it.

    What ends the pair is the lead byte of the next character.
    """
    return {
        char: ends for trail, char in by_lead().get(lead, ()) if trail > 0x7F and (ends := _ends(trail, gap))
    }


@cache
def eaters(lead: int, gap: Gap) -> tuple[str, ...]:
    """Return the characters with this lead byte whose trail makes such a pair with a digit."""
    return tuple(
        char
        for trail, char in by_lead().get(lead, ())
        if trail > 0x7F and is_user_defined(trail, ord("0")) == (gap is Gap.UNSEEN)
    )


@cache
def usual_gaps(leads: frozenset[int], gap: Gap) -> dict[str, frozenset[int]]:
    """Return the same for several lead bytes, of the characters that most often begin a word."""
    begins = load_lexis().begins
    found = [(char, end) for lead in sorted(leads) for char, end in gaps(lead, gap).items()]
    found.sort(key=lambda f: -begins.get(simplify_char(f[0]), 0.0))
    return dict(found[:_MOST])


def gap_ends(char: str, gap: Gap) -> frozenset[int]:
    """Return what can end such a pair that the trail of `char` begins, nothing where it begins none."""
    trail = (to_bytes(char) or b"\0")[-1]
    return _ends(trail, gap) if trail > 0x7F else frozenset()


@cache
def _ends(trail: int, gap: Gap) -> frozenset[int]:
    if gap is Gap.UNSEEN:
        return frozenset(byte for byte in _BYTES if is_user_defined(trail, byte))
    return frozenset(
        byte for byte in _BYTES if (trail, byte) not in pairs() and not is_user_defined(trail, byte)
    )
