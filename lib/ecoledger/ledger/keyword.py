"""Words of the field in the texts of commitments, and which of them mark some commitments against others.

The words are those of the lexicons; each commitment is looked through once for each state of the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import select

from ecoledger.ledger import schema
from ecoledger.lexicon.loader import load_table, words
from ecoledger.lexicon.word_finder import WordFinder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ecoledger.ledger.condition import Mask
    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.store import Ledger

_HELD = "keywords"
_LEAST_LENGTH = 3
"""Characters of a word of the field: shorter ones are of every field."""
_PRIOR = 0.5
_LEAST = 3
"""So many commitments must name a word that marks them."""


@dataclass(frozen=True, slots=True, eq=False)
class Keywords:
    """Which commitment has which word: `rows` are those of the facts, `numbers` places in `words`; each pair once."""

    words: tuple[str, ...]
    rows: NDArray[np.int32]
    numbers: NDArray[np.int32]

    def count(self, chosen: Mask) -> NDArray[np.int64]:
        """Return in how many of the chosen commitments each word stands."""
        return np.bincount(self.numbers[chosen[self.rows]], minlength=len(self.words))


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word, in how many of the commitments looked at and of the others it stands, and how much it marks them.

    `score` is the log odds ratio over its standard error: above 1.96 chance alone would bring it once in 40 words.
    """

    word: str
    count: int
    other: int
    score: float


def read_keywords(ledger: Ledger, facts: Facts) -> Keywords:
    """Return the words of all commitments of these facts. Raises LedgerError."""
    return facts.remember(_HELD, lambda: _read(ledger, facts))


def find_marked(keywords: Keywords, chosen: Mask, others: Mask, most: int) -> tuple[MarkedWord, ...]:
    """Return the words that mark the commitments `chosen` against `others`, those that do so most first.

    Reckoned as log odds ratios with half a count added to each cell (Haldane and Anscombe), each over its standard
    error. Of words of which one holds the other and that stand equally often, the longer is told.
    """
    here, there = keywords.count(chosen), keywords.count(others)
    scores = _scores(here, int(chosen.sum()), there, int(others.sum()))
    found: list[MarkedWord] = []
    for number in np.argsort(-scores, kind="stable"):
        if len(found) == most or scores[number] <= 0:
            break
        one = MarkedWord(keywords.words[number], int(here[number]), int(there[number]), float(scores[number]))
        if one.count >= _LEAST and not any(_same(one, other) for other in found):
            found.append(one)
    return tuple(found)


def _scores(here: NDArray[np.int64], whole: int, there: NDArray[np.int64], rest: int) -> NDArray[np.float64]:
    a, b = here + _PRIOR, whole - here + _PRIOR
    c, d = there + _PRIOR, rest - there + _PRIOR
    error = np.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    scores: NDArray[np.float64] = np.log(a * d / (b * c)) / error
    return scores


def _same(one: MarkedWord, told: MarkedWord) -> bool:
    """Return whether a word is a piece of one that is told, or holds it, and says nothing more."""
    return one.word in told.word or told.word in one.word


def _read(ledger: Ledger, facts: Facts) -> Keywords:
    known = _words()
    finder = _finder()
    row_of = {number: row for row, number in enumerate(facts.commitments["number"].tolist())}
    rows: list[int] = []
    numbers: list[int] = []
    table = schema.commitment
    with ledger.read() as connection:
        for number, text in connection.execute(select(table.c.number, table.c.text)):
            row = row_of.get(number)
            if row is None:  # put in since the facts were read
                continue
            found = {
                word for _, _, word in finder.find(text)
            }  # as a search for it finds it: also inside others
            rows += [row] * len(found)
            numbers += found
    return Keywords(known, np.array(rows, dtype=np.int32), np.array(numbers, dtype=np.int32))


@cache
def _words() -> tuple[str, ...]:
    field = (row["word"] for row in load_table("field_word", ("word",)))
    themes = (
        word
        for row in load_table("theme", ("theme", "weight", "words", "not_in"))
        for word in words(row["words"])
    )
    known = {word for word in field if len(word) >= _LEAST_LENGTH}
    return tuple(sorted(known | {word for word in themes if len(word) > 1}))


@cache
def _finder() -> WordFinder[int]:
    return WordFinder({word: number for number, word in enumerate(_words())})
