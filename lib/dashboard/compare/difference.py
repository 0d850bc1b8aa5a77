"""What marks a place among those compared: its words, and what it has and none of the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.compare.side import Cell, Row, Section, rows_of
from dashboard.indicator.line import list_latest
from dashboard.indicator.state import State, state_address
from dashboard.labels import THEMES, name_of
from dashboard.language import tr
from dashboard.navigation import rows_address
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.ledger.keyword import find_marked, read_keywords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dashboard.compare.side import Side
    from ecoledger.ledger.keyword import Keywords, MarkedWord
    from ecoledger.ledger.store import Ledger

_WORDS = 15
_ITEMS = 12
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Kind:
    """Something that a place may have alone: how it is counted, called and looked up, and from what count on told."""

    title: str
    count: Callable[[Side], Mapping[str, int]]
    name: Callable[[str], str]
    address: Callable[[Side, str], str | None]
    least: int = 1


def mark_words(ledger: Ledger, sides: Sequence[Side]) -> Section:
    """Return the words that mark each place against the others. Raises LedgerError."""
    keywords = read_keywords(ledger, sides[0].found.facts)
    marked = [_marked(keywords, side, sides) for side in sides]
    cells = tuple(
        Cell(
            "—" if not words else "",
            items=tuple((f"{one.word} {one.count:,}", _word_address(side, one.word)) for one in words),
        )
        for side, words in zip(sides, marked, strict=True)
    )
    note = tr(
        "领域词表中的词，按与其余所选地区相比的突出程度（对数优势比）排列，每地最多 {most} 个；数字是出现该词的承诺数，少于 {least} 条的不列。",
        most=_WORDS,
        least=_LEAST,
    )
    return Section(tr("特征词"), note, (Row(tr("词"), cells),))


def find_own(ledger: Ledger, sides: Sequence[Side]) -> Section:
    """Return what only one of the places has: themes, indicators, organs and words. Raises LedgerError."""
    keywords = read_keywords(ledger, sides[0].found.facts)

    def words(side: Side) -> dict[str, int]:
        counts = keywords.count(side.found.chosen)
        return {keywords.words[at]: int(counts[at]) for at in np.flatnonzero(counts)}

    kinds = (
        _Kind(
            tr("领域"),
            lambda side: side.lists("themes"),
            lambda code: name_of(THEMES, code),
            lambda side, code: rows_of(side.wanted, {"themes": (code,)}),
        ),
        _Kind(
            tr("指标"),
            lambda side: {head: count for head, (_, count) in list_latest(side.found).items()},
            lambda head: load_indicators()[head].name,
            lambda side, head: state_address(side.wanted, State(show=head)),
        ),
        _Kind(
            tr("责任单位"),
            lambda side: side.organs(),
            str,
            lambda side, organ: rows_of(side.wanted, {"organs": (organ,)}),
        ),
        _Kind(tr("词"), words, str, _word_address, _LEAST),
    )
    note = tr(
        "筛选范围内只有这一个地区提到、其余所选地区都没有的；数字是条数，每格最多 {most} 项。没有报告的地区自然都没有。",
        most=_ITEMS,
    )
    return Section(tr("一地独有"), note, tuple(_own(sides, kind) for kind in kinds))


def _marked(keywords: Keywords, side: Side, sides: Sequence[Side]) -> tuple[MarkedWord, ...]:
    others = np.zeros(len(side.found.chosen), dtype=bool)
    for other in sides:
        if other is not side:
            others |= other.found.chosen
    return find_marked(keywords, side.found.chosen, others & ~side.found.chosen, _WORDS)


def _own(sides: Sequence[Side], kind: _Kind) -> Row:
    counts = [kind.count(side) for side in sides]
    cells = []
    for at, side in enumerate(sides):
        elsewhere = {
            value for other, had in enumerate(counts) if other != at for value, n in had.items() if n
        }
        own = {value: n for value, n in counts[at].items() if n >= kind.least and value not in elsewhere}
        ranked = sorted(own.items(), key=lambda item: (-item[1], item[0]))
        items = tuple(
            (f"{kind.name(value)} {n:,}", kind.address(side, value)) for value, n in _apart(ranked)[:_ITEMS]
        )
        cells.append(Cell("" if items else "—", len(own), items=items))
    return Row(kind.title, tuple(cells))


def _apart(ranked: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the values but those that are a piece of one named before as often."""
    found: list[tuple[str, int]] = []
    for value, count in ranked:
        if not any(count == other and (value in told or told in value) for told, other in found):
            found.append((value, count))
    return found


def _word_address(side: Side, word: str) -> str:
    said = f"{side.wanted.words} {word}".strip()
    return rows_address(replace(side.wanted, words=said))
