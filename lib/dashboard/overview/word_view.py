"""The words that mark the last year against the one before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dashboard.element import write_link, write_quiet, write_table
from dashboard.language import tr
from dashboard.navigation import rows_address
from ecoledger.ledger.keyword import find_marked, read_keywords
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.keyword import MarkedWord
    from ecoledger.ledger.store import Ledger

_SHOWN = 12
_TELLING = 1.96
"""Standard errors from which a word is told: below, chance may have brought it."""


def write_words(ledger: Ledger, wanted: Filter, years: tuple[int, ...]) -> str:
    """Return the words of the last of `years` that the one before had less of, each a link to its rows."""
    if len(years) < 2:
        return write_quiet(tr("只有一年有承诺，还不能与上年相比。"))
    before, last = years[-2:]
    found = _find(ledger, wanted, last, before)
    if not found:
        return write_quiet(tr("{last}年与{before}年相比，没有明显增多的用词。", last=last, before=before))
    head = (tr("用词"), tr("{year}年", year=last), tr("{year}年", year=before))
    rows = (
        (
            word.word,
            _count(word.count, word.word, last, wanted),
            _count(word.other, word.word, before, wanted),
        )
        for word in found
    )
    said = tr(
        "{last}年的承诺与{before}年相比明显多用的词，数字是含有该词的承诺条数。", last=last, before=before
    )
    return write_quiet(said) + write_table(head, rows, "counts words")


def _find(ledger: Ledger, wanted: Filter, last: int, before: int) -> list[MarkedWord]:
    found = select(ledger, wanted)
    years = found.facts.commitments["date"].dt.year.to_numpy()
    here, there = (found.chosen & (years == year) for year in (last, before))
    marked = find_marked(read_keywords(ledger, found.facts), here, there, _SHOWN)
    return [word for word in marked if word.score >= _TELLING]


def _count(count: int, word: str, year: int, wanted: Filter) -> str:
    if not count:
        return "0"
    since = max(dt.date(year, 1, 1), wanted.since or dt.date.min)
    until = min(dt.date(year, 12, 31), wanted.until or dt.date.max)
    words = f"{wanted.words} {word}".strip()
    rows = wanted.narrowed(since=since, until=until, undated="exclude", words=words)
    return write_link(f"{count:,}", rows_address(rows))
