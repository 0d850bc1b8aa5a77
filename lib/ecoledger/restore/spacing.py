"""Which spaces between two Chinese characters say something: names in a row, a heading before its sentence.

Chinese is written without spaces. One that stands between two characters parts what the page had apart, unless it
cuts a word, stands beside a particle or spaces out a name (李 海), parts a post from its holder, or the whole line is spaced out.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table
from ecoledger.restore.continuation import CUT_WORD, cuts_word
from ecoledger.restore.reading import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "，。、；：？！“”‘’（）《》"
_BESIDE_MARK = re.compile(
    rf"(?<=[{_MARK}]) (?=[{HAN}{_MARK}0-9])|(?<=[{HAN}]) (?=[{_MARK}0-9])|(?<=[0-9]) (?=[{HAN}])"
)
_BETWEEN = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_RUN = re.compile(rf"[{HAN}]+(?: [{HAN}]+)+")
_PARTICLE = re.compile("[的地得和与及并把被将使让向从对为在以由或是了着于至要应须不也都还就]$")
_NEVER_FIRST = re.compile("的|着(?![力眼重手])|[了和与及并或]")
_NAME = (2, 3)  # characters
_LONGEST_POST = 6
_DENSE = 6  # characters to a space: a line with a space behind every word is spaced out
_FEWEST = 4  # spaces
_MOSTLY = 0.6  # of the words of a row of names: words stand before and behind it


def find_empty_spaces(line: str) -> Iterator[tuple[int, int]]:
    """Yield the single spaces of a line that say nothing."""
    found = [match.span() for match in _BESIDE_MARK.finditer(line)]
    between = _BETWEEN.findall(line)
    spaced_out = len(between) >= _FEWEST and len(line) < _DENSE * len(between)
    for run in _RUN.finditer(line) if between else ():
        words = run.group().split(" ")
        names = sum(map(_may_be_name, words)) > len(words) * _MOSTLY
        at = run.start()
        for left, right in pairwise(words):
            at += len(left)
            if _names_one(left, right) or (not names and (spaced_out or _says_nothing(left, right))):
                found.append((at, at + 1))
            at += 1
    yield from sorted(found)


def _says_nothing(left: str, right: str) -> bool:
    return (
        len(left) == len(right) == 1
        or _PARTICLE.search(left) is not None
        or _NEVER_FIRST.match(right) is not None
        or cuts_word(left, right, CUT_WORD)
    )


def _names_one(left: str, right: str) -> bool:
    """Return whether a post stands before its holder's name."""
    return right[0] in _surnames() and any(left[-size:] in _posts() for size in range(2, _LONGEST_POST + 1))


def _may_be_name(word: str) -> bool:
    return len(word) in _NAME and word[0] in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in load_table("surnames", ("surname", "word"), "surname"))


@cache
def _posts() -> frozenset[str]:
    return frozenset(row["post"] for row in load_table("posts", ("post", "field"), "post"))
