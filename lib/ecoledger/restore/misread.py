"""Step 1: stretches that were once decoded with the wrong table: 鐢熸€佺幆澧 or ç”Ÿæ€ for 生态环境.

Their bytes are taken back with the table that was wrong and read with the right one. A stretch is put right only as
far as it decodes and reads as Chinese; a character of which a byte is gone becomes � and counts as lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.lexicon.everyday import everyday_share
from ecoledger.mapped import MappedText
from ecoledger.restore.reading import HAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Byte = int | None
"""None where the byte is gone."""

_WINDOWS = {bytes((code,)).decode("cp1252", "ignore"): code for code in range(0x80, 0xA0)}
"""What Windows' table shows for bytes that Latin-1 leaves to control characters."""
_EURO = "€"  # what browsers show for a lone byte 80 in GBK
_MARK = 0x3F
_SHORT = (0xC2, 0xC3)  # signs such as · and ×; letters of other alphabets are not expected
_LIKE_RUBBISH = 0.6
_LATIN = re.compile("[\xa1-\xff]")
_HAN = re.compile(f"[{HAN}]")
_CHINESE = "\u2010"  # punctuation and characters stand from here on
_FEWEST = 2  # Chinese characters of a stretch
_EVERYDAY = 0.85  # share of everyday characters from which it reads as Chinese
_MOST_LOST = 0.4


class _Piece(NamedTuple):
    """The character that the damaged ones `[start, end)` stood for."""

    start: int
    end: int
    char: str


def put_right(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text with misread stretches put right, and how many there were."""
    text = mapped.text
    if text.isascii():
        return mapped, 0
    found: list[list[_Piece]] = []
    at = 0
    for match in _opening().finditer(text):
        if match.start() < at:
            continue
        pieces, at = _read_stretch(text, match.start())
        if pieces:
            found.append(pieces)
    return (_rebuild(mapped, found), len(found)) if found else (mapped, 0)


def find_rubbish(text: str) -> list[int]:
    """Return the places in `text` where a misread stretch begins that could not be put right."""
    if text.isascii():
        return []
    return [
        match.start() for match in _rubbish().finditer(text) if everyday_share(match.group()) <= _LIKE_RUBBISH
    ]


@cache
def _rubbish() -> re.Pattern[str]:
    # Characters begin within two places of one another, and nothing plain stands between: so looks no foreign word.
    letters = "[\xc0-\xd6\xd8-\xf6\xf8-\xff]"
    between = f"[\x80-\xbf{''.join(_WINDOWS)}\ufffd]{{0,2}}"
    shown = f"[{_shown()}]"
    return re.compile(rf"(?:{letters}{between}){{4,}}|(?:{shown}[{HAN}{_EURO}\ufffd]{{0,2}}){{4,}}")


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


def _read_stretch(text: str, start: int) -> tuple[list[_Piece], int]:
    """Return the characters of the stretch that begins at `start`, none where it is no misread one, and its end."""
    latin = _LATIN.match(text, start) is not None
    end = start + 1
    for back, read in (
        ((_latin_byte, _read_utf8), (_latin_byte, _read_gbk)) if latin else ((_gbk_bytes, _read_utf8),)
    ):
        pieces = _trim(list(_decode(text, start, back, read)))
        if _is_chinese(pieces, text):
            return pieces, pieces[-1].end
        if pieces:
            end = max(end, pieces[-1].end)
    return [], end


def _decode(
    text: str,
    start: int,
    back: Callable[[str], Sequence[Byte]],
    read: Callable[[Sequence[Byte]], tuple[str, int]],
) -> Iterator[_Piece]:
    """Yield the characters that the bytes behind `text[start:]` stand for, as far as they are such."""
    waiting: list[tuple[Byte, int]] = []  # a byte, and the place of the character it was taken back from
    at = start
    while True:
        while len(waiting) < 4 and at < len(text) and text[at] not in "\r\n":
            waiting += [(byte, at) for byte in back(text[at])] or [(-1, at)]
            at += 1
        if not waiting:
            return
        char, size = read([byte for byte, _ in waiting])
        if not char:
            return
        yield _Piece(waiting[0][1], waiting[size - 1][1] + 1, char)
        del waiting[:size]


def _gbk_bytes(char: str) -> Sequence[Byte]:
    if char == _EURO:
        return (0x80,)
    if char == "\ufffd":
        return (None,)
    try:
        raw = char.encode("gb18030")
    except UnicodeEncodeError:
        return ()
    return tuple(raw) if len(raw) < 3 else ()


def _latin_byte(char: str) -> Sequence[Byte]:
    if char == "\ufffd":
        return (None,)
    code = _WINDOWS.get(char, ord(char))
    return (code,) if code < 0x100 else ()


def _read_utf8(raw: Sequence[Byte]) -> tuple[str, int]:
    """Return the character that `raw` begins with in UTF-8 and its length, � for one that lost a byte, "" for none."""
    lead = raw[0]
    if lead is None or not (0x20 <= lead < 0x7F or lead in _SHORT or 0xE2 <= lead < 0xF0):
        return "", 0
    size = 1 if lead < 0x7F else 2 if lead in _SHORT else 3
    rest = raw[1:size]
    for number, byte in enumerate(rest, 1):
        if (
            byte is not None and 0xE2 <= byte < 0xF0
        ):  # the next character begins: bytes fell out without a trace
            return "\ufffd", number
    known = [byte for byte in rest if byte not in (None, _MARK)]  # a ? inside a character stands for its byte
    if len(rest) < size - 1 or any(not 0x80 <= byte < 0xC0 for byte in known):
        return "", 0
    if len(known) < len(rest):
        return "\ufffd", size
    try:
        return bytes((lead, *known)).decode(), size
    except UnicodeDecodeError:
        return "", 0


def _read_gbk(raw: Sequence[Byte]) -> tuple[str, int]:
    """Return the character that `raw` begins with in GBK and its length, "" for none."""
    lead = raw[0]
    if lead is not None and 0x20 <= lead < 0x7F:
        return chr(lead), 1
    pair = [byte for byte in raw[:2] if byte is not None and byte >= 0]
    if len(pair) < 2:
        return "", 0
    try:
        return bytes(pair).decode("gbk"), 2
    except UnicodeDecodeError:
        return "", 0


def _trim(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces without the Western ones at their end: those stand behind the stretch."""
    while pieces and pieces[-1].char < _CHINESE:
        pieces.pop()
    return pieces


def _is_chinese(pieces: list[_Piece], text: str) -> bool:
    words = "".join(piece.char for piece in pieces)
    whole = words.replace("\ufffd", "")
    damaged = text[pieces[0].start : pieces[-1].end] if pieces else ""
    return (
        len(_HAN.findall(words)) >= _FEWEST
        and len(words) - len(whole) <= _MOST_LOST * len(words)
        and everyday_share(whole) >= _EVERYDAY
        and everyday_share(damaged) < everyday_share(whole)
    )


def _rebuild(mapped: MappedText, found: list[list[_Piece]]) -> MappedText:
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
        starts += [mapped.starts[piece.start] for piece in pieces]
        ends += [mapped.ends[piece.end - 1] for piece in pieces]
        at = pieces[-1].end
    text.append(mapped.text[at:])
    return MappedText("".join(text), (*starts, *mapped.starts[at:]), (*ends, *mapped.ends[at:]))
