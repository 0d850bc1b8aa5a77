"""Two-byte tables read as Latin letters: which one a page has, and what of a stretch that lost bytes still reads.

One lost byte shifts the pairs behind it, and what they show is Chinese characters all the same: only what reads as
Chinese is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.everyday import everyday_share
from ecoledger.restore.lexis import load_lexis
from ecoledger.restore.reading import HAN
from ecoledger.restore.script import simplify_text
from ecoledger.restore.wording import score_words
from ecoledger.restore.wrong_table import LOST, WINDOWS, mixed_bytes, read_big5, read_gbk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecoledger.restore.wrong_table import Byte

    Read = Callable[[Sequence[Byte]], tuple[str, int]]

_EVERYDAY = 0.85
_HAN = re.compile(f"[{HAN}]")
_LATIN_RUN = re.compile(
    f"[\x80-\xff{''.join(WINDOWS)}][\x40-\x7e\x80-\xff{''.join(WINDOWS)}\u0100-\u1fff\uac00-\ud7a3]*"
)
_CLAUSE_ENDS = frozenset("，。、；：？！ ")
_PAGE = 40  # bytes that tell one table from another
_LIKELY = -7.0  # log probability of a character
_POSSIBLE = -9.5  # the same in a few of them
_WINDOW = 4
_HALF = re.compile(f"(?<=[{HAN}])[D-JL-SU-WYZa-z@^_`{{|}}~\\[\\]\\\\](?=[{HAN}，。])")


class Piece(NamedTuple):
    """The character that the damaged ones `[start, end)` stood for; `assumed` where its last byte is gone."""

    start: int
    end: int
    char: str
    assumed: bool = False


def find_table(text: str) -> Read:
    """Return which table of two bytes a character the Latin letters of `text` stand for: one page has one."""
    raw = bytes(
        byte
        for run in _LATIN_RUN.findall(text)
        for at, char in enumerate(run)
        for byte in mixed_bytes(char, run[at + 1 : at + 2]) or b" "
        if byte is not None
    )
    if len(raw) < _PAGE:
        return read_gbk
    simplified, traditional = (everyday_share(raw.decode(name, "ignore")) for name in ("gbk", "big5hkscs"))
    return read_big5 if traditional > max(simplified, _EVERYDAY) else read_gbk


def is_odd(char: str) -> bool:
    """Return whether `char` is what a wrong table shows for bytes of Chinese."""
    return bool(char) and (bool(_LATIN_RUN.match(char)) or "\u0100" <= char < "\u2000")


def keep_readable(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the clauses of a torn stretch that read as Chinese; those in a row stand together."""
    load_lexis()
    kept: list[list[Piece]] = []
    clause: list[Piece] = []
    goes_on = False
    for piece in pieces:
        clause.append(piece)
        if piece.char in _CLAUSE_ENDS or piece is pieces[-1]:
            words = simplify_text("".join(_HAN.findall("".join(one.char for one in clause))))
            readable = bool(words) and _is_likely(words)
            if readable and goes_on:
                kept[-1] += clause
            elif readable:
                kept.append(clause)
            goes_on = readable
            clause = []
    return kept


def _is_likely(words: str) -> bool:
    windows = (words[at : at + _WINDOW] for at in range(max(1, len(words) - _WINDOW + 1)))
    return score_words(words) >= _LIKELY * len(words) and all(
        score_words(window) >= _POSSIBLE * len(window) for window in windows
    )


def mark_halves(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with � for a letter amid characters: in Big5 it is the half of one whose first byte is gone."""
    chars = "".join(piece.char for piece in pieces)
    halves = {match.start() for match in _HALF.finditer(chars)} if len(chars) == len(pieces) else set()
    return [piece._replace(char=LOST) if at in halves else piece for at, piece in enumerate(pieces)]
