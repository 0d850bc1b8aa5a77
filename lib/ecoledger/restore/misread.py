"""Step 1: stretches that were once decoded with the wrong table: 鐢熸€佺幆澧 or ç”Ÿæ€ for 生态环境.

Their bytes are taken back with the table that was wrong and read with the right one. A stretch is put right only as
far as it decodes and reads as Chinese; a character of which a byte is gone becomes � and counts as lost. Only a mark
of the row of the full stop is put back, at the end of a line, where no other mark of that row stands.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.everyday import everyday_share
from ecoledger.mapped import MappedText
from ecoledger.restore.reading import HAN, TONED
from ecoledger.restore.swapped import find_rare
from ecoledger.restore.torn import Piece, find_table, is_odd, keep_readable, mark_halves
from ecoledger.restore.wrong_table import (
    EURO,
    LOST,
    STOP,
    WINDOWS,
    gbk_bytes,
    latin_byte,
    mixed_bytes,
    read_big5,
    read_utf8,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ecoledger.restore.torn import Read
    from ecoledger.restore.wrong_table import Byte

_LONGEST_GAP = 8
_LIKE_RUBBISH = 0.6
_LATIN = re.compile("[\xa1-\xff]")
_HAN = re.compile(f"[{HAN}]")
_READING = re.compile(rf"(?=[^)）]{{2}}){TONED}[)）]")  # xíng) is no misread Chinese
_CHINESE = "\u2010"  # punctuation and characters stand from here on
_FEWEST = 2  # Chinese characters of a stretch
_EVERYDAY = 0.85  # share of everyday characters from which it reads as Chinese
_MOST_LOST = 0.4


class Reread(NamedTuple):
    """A text with so many misread `stretches` put right.

    Full stops were `assumed` at these spans of the original; at `left` begins what stands between two stretches and
    does not decode.
    """

    mapped: MappedText
    stretches: int
    assumed: tuple[tuple[int, int], ...]
    left: tuple[int, ...]


def put_right(mapped: MappedText) -> Reread:
    """Return the text with misread stretches put right."""
    text = mapped.text
    if not _opening().search(text):
        return Reread(mapped, 0, (), ())
    found: list[list[Piece]] = []
    stretches = 0
    at = 0
    table: Read | None = None
    readings = {place for match in _READING.finditer(text) for place in range(*match.span())}
    for match in _opening().finditer(text):
        if match.start() < at or match.start() in readings:
            continue
        table = table or find_table(text)
        clauses, at = _read_stretch(text, match.start(), table)
        found += clauses
        stretches += bool(clauses)
    assumed = tuple(
        (mapped.starts[piece.start], mapped.ends[piece.end - 1])
        for pieces in found
        for piece in pieces
        if piece.assumed
    )
    left = tuple(
        mapped.starts[one[-1].end]
        for one, other in pairwise(found)
        if _is_gap(text[one[-1].end : other[0].start])
    )
    return Reread(_rebuild(mapped, found) if found else mapped, stretches, assumed, left)


def _is_gap(between: str) -> bool:
    """Return whether the words between two stretches are a part of them that does not decode."""
    return (
        0 < len(between) <= _LONGEST_GAP
        and "\n" not in between
        and everyday_share(between) <= _LIKE_RUBBISH
        and not between.isascii()
    )


def find_rubbish(text: str) -> list[int]:
    """Return the places in `text` where a misread stretch begins that could not be put right, or a line of rare characters."""
    if text.isascii():
        return []
    stretches = _rubbish().finditer(text) if _opening().search(text) else ()
    found = [match.start() for match in stretches if everyday_share(match.group()) <= _LIKE_RUBBISH]
    rare = [start for start, end in find_rare(text) if not any(start <= place < end for place in found)]
    return sorted((*found, *rare))


@cache
def _rubbish() -> re.Pattern[str]:
    # Characters begin within two places of one another, and nothing plain stands between: so looks no foreign word.
    letters = "[\xc0-\xd6\xd8-\xf6\xf8-\xff]"
    between = f"[\x80-\xbf{''.join(WINDOWS)}\ufffd]{{0,2}}"
    shown = f"[{_shown()}]"
    return re.compile(rf"(?:{letters}{between}){{4,}}|(?:{shown}[{HAN}{EURO}\ufffd]{{0,2}}){{4,}}")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"[\xa1-\xff{_shown()}]")


@cache
def _shown() -> str:
    """Return what GBK shows for the first two bytes of Chinese characters in UTF-8."""
    shown = {
        bytes((lead, trail)).decode("gb18030", "ignore")
        for lead in range(0xE2, 0xF0)
        for trail in range(0x80, 0xC0)
    }
    return "".join(sorted(filter(None, shown)))


def _read_stretch(text: str, start: int, table: Read) -> tuple[list[list[Piece]], int]:
    """Return what of the stretch that begins at `start` reads as Chinese, none where it is no misread one, and its end."""
    latin = _LATIN.match(text, start) is not None
    end = start + 1
    for back, read in ((latin_byte, read_utf8), (mixed_bytes, table)) if latin else ((gbk_bytes, read_utf8),):
        pieces = _end(text, _trim(list(_decode(text, start, back, read))))
        if _is_chinese(pieces, text):
            stop = pieces[-1].end
            pieces = mark_halves(pieces) if read is read_big5 else pieces
            # Beside a byte that decodes to nothing, one more is gone: the pairs behind it may be those of no character.
            torn = read is table and (is_odd(text[start - 1 : start]) or is_odd(text[stop : stop + 1]))
            return (keep_readable(pieces) if torn else [pieces]), stop
        if pieces:
            end = max(end, pieces[-1].end)
            if read is read_utf8 and _HAN.search(pieces[0].char) and not is_odd(text[end : end + 1]):
                break  # one character is too few to tell, but no other table has it
    return [], end


def _decode(
    text: str,
    start: int,
    back: Callable[[str, str], Sequence[Byte]],
    read: Callable[[Sequence[Byte]], tuple[str, int]],
) -> Iterator[Piece]:
    """Yield the characters that the bytes behind `text[start:]` stand for, as far as they are such."""
    waiting: list[tuple[Byte, int]] = []  # a byte, and the place of the character it was taken back from
    at = start
    while True:
        while len(waiting) < 4 and at < len(text) and text[at] not in "\r\n":
            waiting += [(byte, at) for byte in back(text[at], text[at + 1 : at + 2])] or [(-1, at)]
            at += 1
        if not waiting:
            return
        char, size = read([byte for byte, _ in waiting])
        if not char:
            return
        yield Piece(waiting[0][1], waiting[size - 1][1] + 1, char)
        del waiting[:size]


def _trim(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the Western ones behind the stretch; one whose byte a damaged character took stays."""
    while pieces and pieces[-1].char < _CHINESE and (len(pieces) < 2 or pieces[-2].end <= pieces[-1].start):
        pieces.pop()
    return pieces


def _end(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a mark that lost its last byte as a full stop at the end of a line, elsewhere as lost."""
    if not any(piece.char == STOP for piece in pieces):
        return pieces
    ends_line = pieces[-1].end == len(text) or text[pieces[-1].end] in "\r\n"
    *before, last = (piece._replace(char=LOST) if piece.char == STOP else piece for piece in pieces)
    if pieces[-1].char == STOP and ends_line:
        last = last._replace(char="。", assumed=True)
    return [*before, last]


def _is_chinese(pieces: list[Piece], text: str) -> bool:
    words = "".join(piece.char for piece in pieces)
    whole = words.replace("\ufffd", "")
    damaged = text[pieces[0].start : pieces[-1].end] if pieces else ""
    return (
        len(_HAN.findall(words)) >= _FEWEST
        and len(words) - len(whole) <= _MOST_LOST * len(words)
        and everyday_share(whole) >= _EVERYDAY
        and everyday_share(damaged) < everyday_share(whole)
    )


def _rebuild(mapped: MappedText, found: list[list[Piece]]) -> MappedText:
    """Return the text with the stretches put in; each character maps to the damaged ones that held its bytes."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for pieces in found:
        first = pieces[0].start
        text.append(mapped.text[at:first])
        starts += mapped.starts[at:first]
        ends += mapped.ends[at:first]
        text += [piece.char for piece in pieces]
        starts += [mapped.starts[piece.start] for piece in pieces for _ in piece.char]  # Big5 has pairs
        ends += [mapped.ends[piece.end - 1] for piece in pieces for _ in piece.char]
        at = pieces[-1].end
    text.append(mapped.text[at:])
    return MappedText("".join(text), (*starts, *mapped.starts[at:]), (*ends, *mapped.ends[at:]))
