"""Damages clean text as copying sites do, and tells which characters could not come through whole.

Nothing here uses the code under test: bytes are followed one by one,
so that every lost place is known from the damage itself.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from ecoledger.lexicon.loader import load_table

CUTS = ("，".encode("gbk"), "；".encode("gbk"), "？".encode("gbk"))
NARROW = str.maketrans("，；：？！（）", ",;:?!()")
KEPT = "后里面干于谷志云松丑几向回姜家弦才旋曲胡须制沈折并群恒征范"
"""Characters that sites leave Simplified."""
FORMS = {
    "为": "為",
    "着": "著",
    "签": "簽",
    "准": "準",
    "发": "發",
    "台": "臺",
    "怀": "懷",
    "据": "據",
    "众": "眾",
}


@dataclass(frozen=True, slots=True)
class Garbled:
    """A damaged text, and the stretches of the clean one of which it does not show every character."""

    text: str
    lost: tuple[tuple[int, int], ...]


@cache
def to_traditional(char: str) -> str:
    """Return the form that a site writes for the Simplified `char`."""
    if char in KEPT:
        return char
    form: str = FORMS.get(char) or _converter().convert(char)
    return form if len(form) == 1 else char


def random_table(text: str, seed: str, size: int = 50) -> dict[str, str]:
    """Return a table of readings as a site might have it for `text`, Traditional characters with one reading each."""
    chance = random.Random(seed)  # noqa: S311 — a table of readings, no secret
    characters = [char for char in dict.fromkeys(map(to_traditional, text)) if char in _readings()]
    chosen = chance.sample(characters, min(size, len(characters)))
    return {char: chance.choice(_readings()[char]) for char in chosen}


def garble(text: str, table: dict[str, str], *, traditional: bool = True, narrow: bool = True) -> Garbled:
    """Return `text` as a site with this `table` publishes it."""
    raw: list[tuple[int, int]] = []  # a byte, and the character it belongs to; -1 for a reading's
    for at, char in enumerate(text):
        form = to_traditional(char) if traditional else char
        raw += [(byte, at) for byte in form.encode("gbk", "replace")]
    pieces = _cut(_marked(raw, {c.encode("gbk"): f"({r})".encode("gbk") for c, r in table.items()}))
    whole: set[int] = set()
    single = {
        at for at, char in enumerate(text) if char.isascii()
    }  # others may have an ASCII byte as their trail
    shown = "".join(_decoded(piece, whole, single) for piece in pieces)
    if narrow:
        shown = shown.translate(NARROW)
    return Garbled(shown, _stretches([at for at in range(len(text)) if at not in whole]))


def _marked(raw: list[tuple[int, int]], table: dict[bytes, bytes]) -> list[tuple[int, int]]:
    """Put each reading behind the bytes of its character, wherever they stand."""
    marked: list[tuple[int, int]] = []
    at = 0
    while at < len(raw):
        pair = bytes(byte for byte, _ in raw[at : at + 2])
        if pair in table:
            marked += raw[at : at + 2]
            marked += [(byte, -1) for byte in table[pair]]
            at += 2
        else:
            marked.append(raw[at])
            at += 1
    return marked


def _cut(raw: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    pieces: list[list[tuple[int, int]]] = [[]]
    for at, item in enumerate(raw):
        if bytes(byte for byte, _ in raw[at : at + 2]) in CUTS:
            pieces.append([])
        pieces[-1].append(item)
    return pieces


def _decoded(piece: list[tuple[int, int]], whole: set[int], single: set[int]) -> str:
    """Decode one piece; the characters whose own bytes met are added to `whole`."""
    shown = []
    at = 0
    while at < len(piece):
        byte, owner = piece[at]
        if byte < 0x80:
            shown.append(chr(byte))
            if owner in single:
                whole.add(owner)
            at += 1
            continue
        pair = piece[at : at + 2]
        at += 2
        if len(pair) < 2:
            shown.append("?")
        elif not _is_nobodys(byte, pair[1][0]):
            try:
                shown.append(bytes((byte, pair[1][0])).decode("gbk"))
            except UnicodeDecodeError:
                shown.append("?")
                continue
            if owner == pair[1][1]:
                whole.add(owner)
    return "".join(shown)


def _is_nobodys(lead: int, trail: int) -> bool:
    """Return whether the pair belongs to the areas that users may define: it vanishes."""
    if lead in range(0xA1, 0xA8):
        return trail < 0xA1
    return trail > 0xA0 and (lead in range(0xAA, 0xB0) or lead > 0xF7)


def _stretches(places: list[int]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for at in places:
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


@cache
def _readings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in load_table("reading", ("reading", "characters"), "reading"):
        for char in row["characters"]:
            found.setdefault(char, []).append(row["reading"])
    return found
