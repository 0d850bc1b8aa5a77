"""Signs of a text put into other words throughout, by a thesaurus or by translation there and back.

One near word says nothing: officials too say 难题. But they say 问题 beside it. Where many words of official use never
stand and near ones stand for them, and where sentences are broken as nobody breaks them, the text is not what was
published. lexicon/near_word.csv has the words, the rules of kind `break` in rules/spun.toml the breaks.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.loader import load_table
from ecoledger.restore.set_phrase import compile_words
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    import re

_ENOUGH = 3
_OF_BREAK = 2  # a break counts as two words


class SpunWord(NamedTuple):
    """The words `[start, end)`, and those that most likely were published; "" where that cannot be told."""

    start: int
    end: int
    text: str
    meant: str


def find_signs(text: str) -> tuple[SpunWord, ...]:
    """Return the signs in `text` that it was put into other words, none where they are too few to tell."""
    breaks = [
        SpunWord(match.start(), match.end(), match.group(), "")
        for rule in load_rules("spun")
        if rule.kind == "break" and any(word in text for word in rule.value)
        for match in rule.pattern.finditer(text)
    ]
    inside = {place for sign in breaks for place in range(sign.start, sign.end)}
    near = [sign for sign in _find_near(text) if sign.start not in inside]
    if len({sign.text for sign in near}) + _OF_BREAK * len({sign.text for sign in breaks}) < _ENOUGH:
        return ()
    return (*near, *breaks)


def _find_near(text: str) -> list[SpunWord]:
    found = list(_any_near().finditer(text))
    without = _any_near().sub("\n", text) if found else text
    words = _near_words()
    return [
        SpunWord(match.start(), match.end(), match.group(), words[match.group()])
        for match in found
        if words[match.group()] not in without
    ]


@cache
def _near_words() -> dict[str, str]:
    return {row["near"]: row["word"] for row in load_table("near_word", ("near", "word", "note"), "near")}


@cache
def _any_near() -> re.Pattern[str]:
    return compile_words(_near_words())
