"""Step 7: words that a thesaurus put in place of the published ones, so that a copy is not recognised.

The words of lexicon/spun_word.csv stand in no official text; one may be a slip, two are a rewritten text, and so is
one long phrase where the set phrase that it replaced stands nowhere. They are only noticed: what stood there cannot be
known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ecoledger.lexicon.loader import load_table

_FEWEST = 2
_PHRASE = 5


@dataclass(frozen=True, slots=True)
class SpunWord:
    """The words `[start, end)` of the clean text, and those that most likely were published."""

    start: int
    end: int
    text: str
    meant: str


def find_spun(text: str) -> tuple[SpunWord, ...]:
    """Return the spun words of `text`, none where there are too few to tell."""
    pattern, meant = _words()
    found = tuple(SpunWord(m.start(), m.end(), m.group(), meant[m.group()]) for m in pattern.finditer(text))
    alone = any(len(word.text) >= _PHRASE and word.meant not in text for word in found)
    return found if len(found) >= _FEWEST or alone else ()


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    meant = {row["spun"]: row["meant"] for row in load_table("spun_word", ("spun", "meant"), "spun")}
    longest_first = sorted(meant, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), meant
