"""How far a text is made of everyday characters: what was decoded with the wrong table is made of rare ones.

Both national standards put the frequent characters into a first level of their own: GB 2312 rows 16 to 55 with the
punctuation in rows 1 to 3, Big5 A4 to C6 with the punctuation in A1.
"""

from __future__ import annotations

_SAMPLE = 20_000
_MARKS = "“”‘’《》—…"  # Big5 has other forms of some


def everyday_share(text: str) -> float:
    """Return the share of everyday characters, of Simplified or of Traditional, among those that are not ASCII."""
    foreign = [c for c in text[:_SAMPLE] if c > "\x7f"]
    if not foreign:
        return 0.0
    simplified = sum(map(_is_everyday_simplified, foreign))
    return max(simplified, sum(map(_is_everyday_traditional, foreign))) / len(foreign)


def _is_everyday_simplified(char: str) -> bool:
    try:
        lead, trail = char.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return False
    return lead in (0xA1, 0xA3) or (lead == 0xA2 and trail > 0xB0) or 0xB0 <= lead <= 0xD7


def _is_everyday_traditional(char: str) -> bool:
    try:
        return char.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return char in _MARKS
