"""Where the units that gold labels name begin and end: the annotators' boundaries, apart from the reader's own."""

from __future__ import annotations

import re
from itertools import pairwise

_ENUMERATOR = (
    r"(?:[一二三四五六七八九十]{1,2}(?:是|要)(?![求个批律些方致定种体起度步手线把名件次条项])"
    r"|第[一二三四五六七八九十]{1,2}[,，、]"
    r"|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|[①-⑳]|另?一方面)"
)
_CUT = re.compile(rf"(?<=[。！？；!?;\n])|(?<=[，,：:])(?={_ENUMERATOR})")


def split_units(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans of the units of `text`, without white space at their edges."""
    cuts = [0, *(m.start() for m in _CUT.finditer(text)), len(text)]
    units = []
    for start, end in pairwise(cuts):
        words = text[start:end]
        if words.strip():
            left = start + len(words) - len(words.lstrip())
            units.append((left, left + len(words.strip())))
    return tuple(units)
