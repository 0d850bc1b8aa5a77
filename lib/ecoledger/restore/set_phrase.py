"""Phrases of the field that stand whole in every official text, and the forms that a thesaurus makes of them.

lexicon/set_phrase.csv has the phrases word by word, spun_synonym.csv what such a thesaurus puts for their words, and
set_gap.csv phrases that are known by what stands around one of their words, whatever was put there.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.any_word import any_word
from ecoledger.lexicon.loader import load_table, words
from ecoledger.restore.reading import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_REPLACED = 2
_LONGEST_GAP = 5


class Gap(NamedTuple):
    """A phrase with one word open; `strong` where nothing else ever stands there."""

    pattern: re.Pattern[str]
    before: str
    phrase: str
    ordinary: frozenset[str]
    strong: bool


@cache
def distorted_forms() -> dict[str, str]:
    """Return each form of a set phrase with one or two words replaced, and the phrase."""
    substitutes = {
        row["word"]: words(row["substitutes"])
        for row in load_table("spun_synonym", ("word", "substitutes"), "word")
    }
    forms: dict[str, str] = {}
    for row in load_table("set_phrase", ("phrase", "ordinary", "note"), "phrase"):
        own = row["phrase"].split("/")
        ordinary = words(row["ordinary"])
        for form in _replaced(own, substitutes):
            if form not in ordinary:
                forms.setdefault(form, "".join(own))
    return forms


def _replaced(own: list[str], substitutes: dict[str, tuple[str, ...]]) -> Iterator[str]:
    open_words = [number for number, word in enumerate(own) if word in substitutes]
    for size in range(1, _MOST_REPLACED + 1):
        for places in combinations(open_words, size):
            for choice in product(*(substitutes[own[place]] for place in places)):
                form = list(own)
                for place, word in zip(places, choice, strict=True):
                    form[place] = word
                yield "".join(form)


@cache
def list_gaps() -> tuple[Gap, ...]:
    """Return the phrases that are known by what stands around one of their words."""
    return tuple(
        Gap(
            re.compile(f"{row['before']}([{HAN}]{{1,{_LONGEST_GAP}}}?){row['after']}"),
            row["before"],
            row["before"] + row["gap"] + row["after"],
            frozenset((row["gap"], *words(row["ordinary"]))),
            row["strong"] == "yes",
        )
        for row in load_table("set_gap", ("before", "gap", "after", "ordinary", "strong"))
    )


def compile_words(forms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of `forms`, the longest first, that looks once at each place of a text."""
    return re.compile(any_word(forms))
