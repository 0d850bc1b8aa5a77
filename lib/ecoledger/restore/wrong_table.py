"""The bytes behind characters that were decoded with the wrong table, and the characters they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Byte = int | None
"""None where the byte is gone."""

WINDOWS = {shown: code for code in range(0x80, 0xA0) if (shown := bytes((code,)).decode("cp1252", "ignore"))}
"""What Windows' table shows for bytes that Latin-1 leaves to control characters."""
EURO = "€"  # what browsers show for a lone byte 80 in GBK
LOST = "\ufffd"
STOP = "\ufffc"  # 。 or 、 or a bracket of the same row without its last byte
_MARK = 0x3F
_SHORT = (0xC2, 0xC3)  # signs such as · and ×; letters of other alphabets are not expected


def gbk_bytes(char: str, after: str) -> Sequence[Byte]:
    """Return the bytes that a browser showed as `char` before `after` when it read them as GBK, none where it cannot.

    € stands for a lone byte 80 and for A2 E3: of two, the first is what a mark of punctuation (E3 80) begins with.
    """
    if char == EURO:
        return (0xA2, 0xE3) if after == EURO else (0x80,)
    if char == LOST:
        return (None,)
    try:
        raw = char.encode("gb18030")
    except UnicodeEncodeError:
        return ()
    return tuple(raw) if len(raw) < 3 else ()


def latin_byte(char: str, _after: str) -> Sequence[Byte]:
    """Return the byte that was shown as `char` by Latin-1 or Windows' table, none where neither has it."""
    if char == LOST:
        return (None,)
    code = WINDOWS.get(char, ord(char))
    return (code,) if code < 0x100 else ()


def mixed_bytes(char: str, after: str) -> Sequence[Byte]:
    """Return the bytes behind `char` where a program took for UTF-8 what happened to be such, all else for Latin-1.

    It shows letters of other alphabets (C7 B5 as ǵ) and Korean (EB BD AB as 뽫).
    """
    if char not in WINDOWS and ("\u0100" <= char < "\u2000" or "\uac00" <= char < "\ud7a4"):
        return tuple(char.encode())
    return latin_byte(char, after)


def read_utf8(raw: Sequence[Byte]) -> tuple[str, int]:
    """Return the character that `raw` begins with in UTF-8 and its length, � for one that lost a byte, "" for none."""
    lead = raw[0]
    if lead is None or not (0x20 <= lead < 0x7F or lead in _SHORT or 0xE2 <= lead < 0xF0):
        return "", 0
    size = 1 if lead < 0x7F else 2 if lead in _SHORT else 3
    rest = raw[1:size]
    if lead == 0xE3 and rest[:1] == [0x80] and (len(rest) < 2 or rest[1] in (None, _MARK)):
        return STOP, 1 + len(rest)
    for number, byte in enumerate(rest, 1):
        # The next character begins: bytes fell out without a trace.
        if byte is not None and 0xE2 <= byte < 0xF0:
            return LOST, number
    known = [byte for byte in rest if byte not in (None, _MARK)]  # a ? inside a character stands for its byte
    if len(rest) < size - 1 or any(not 0x80 <= byte < 0xC0 for byte in known):
        return "", 0
    return (_decoded(bytes((lead, *known)), "utf-8") if len(known) == len(rest) else LOST), size


def read_gbk(raw: Sequence[Byte]) -> tuple[str, int]:
    """Return the character that `raw` begins with in GBK and its length, "" for none."""
    return _read_pair(raw, "gbk")


def read_big5(raw: Sequence[Byte]) -> tuple[str, int]:
    """Return the character that `raw` begins with in Big5 and its length, "" for none."""
    return _read_pair(raw, "big5hkscs")


def _read_pair(raw: Sequence[Byte], encoding: str) -> tuple[str, int]:
    lead = raw[0]
    if lead is not None and 0x20 <= lead < 0x7F:
        return chr(lead), 1
    pair = [byte for byte in raw[:2] if byte is not None and byte >= 0]
    if len(pair) < 2:
        return "", 0
    return _decoded(bytes(pair), encoding), 2


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""
