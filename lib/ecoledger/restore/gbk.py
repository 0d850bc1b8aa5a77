"""GBK as scraping sites meet it: its pairs, what a careless decoder makes of them, and how readings break them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LOST = "?"
CUTS = {"，": b"\xa3\xac", "；": b"\xa3\xbb", "？": b"\xa3\xbf"}
"""The marks before whose bytes a site cuts its text, also where the bytes belong to two characters."""
SELDOM_CUTS = {mark: mark.encode("gbk") for mark in "。、：！”"}
"""Marks before which few sites cut."""
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}


def is_user_defined(lead: int, trail: int) -> bool:
    """Return whether the pair stands in an area of GBK that is left to users: no character, nothing shown."""
    high = trail >= 0xA1
    return (high and (0xAA <= lead <= 0xAF or lead >= 0xF8)) or (not high and 0xA1 <= lead <= 0xA7)


def to_bytes(char: str) -> bytes | None:
    """Return the bytes of `char`, None where GBK does not have it."""
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return None


@cache
def pairs() -> Mapping[tuple[int, int], str]:
    """Return the character of each pair of bytes that GBK assigns."""
    found = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found[lead, trail] = bytes((lead, trail)).decode("gbk")
            except UnicodeDecodeError:
                continue
    return found


def show(raw: bytes) -> str:
    """Return what a page shows of `raw`: a lead byte alone or a bad pair as ?, nothing for a user-defined pair."""
    shown = []
    at = 0
    while at < len(raw):
        if raw[at] < 0x80:
            shown.append(chr(raw[at]))
            at += 1
            continue
        pair = (raw[at], raw[at + 1]) if at + 1 < len(raw) else None
        if pair is None or not is_user_defined(*pair):
            shown.append(pairs().get(pair, LOST) if pair else LOST)
        at += 2
    return "".join(shown)


def damage(text: str, table: Mapping[str, str], also: str = "") -> str:
    """Return what a site makes of the Traditional `text`: readings behind the characters of `table`, cuts, decoding.

    Both steps work on bytes, so they also hit the trail of one character and the lead of the next. The site cuts
    before the mark `also` as well, one of SELDOM_CUTS.
    """
    raw = b"".join(to_bytes(char) or LOST.encode() for char in text)
    marked = {to_bytes(char) or b"": reading for char, reading in table.items()}
    marked.pop(b"", None)
    if marked:
        pattern = re.compile(b"|".join(map(re.escape, marked)))
        raw = pattern.sub(lambda m: m.group() + b"(" + marked[m.group()].encode("gbk", "replace") + b")", raw)
    return "".join(map(show, _cut(also).split(raw)))


@cache
def _cut(also: str) -> re.Pattern[bytes]:
    marks = [*CUTS.values(), *([SELDOM_CUTS[also]] if also else ())]
    return re.compile(b"(?=" + b"|".join(map(re.escape, marks)) + b")")
