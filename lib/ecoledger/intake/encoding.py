"""Finds the encoding of Chinese text by trying each one strictly and counting everyday characters."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ecoledger.lexicon.everyday import everyday_share

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("utf-32-le", "utf-32-be", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")  # the strictest first
_MISREAD_AS = ("latin-1", "cp1252", "gb18030")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.01  # a stray control character is met in scraped pages, more is no text
_MOST_LOST = 0.02  # of the characters; beyond this another encoding or another kind of file is at hand
_EVERYDAY = 0.7  # share of everyday characters from which a reading as Chinese counts


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of its encoding; `faults` bytes or pages were wrong, `mended` of them put right."""

    text: str
    encoding: str
    faults: int = 0
    mended: int = 0
    note: str = ""


def decode(data: bytes) -> Decoded | None:
    """Return `data` as text, None where no encoding of Chinese fits."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_decode_with(data, encoding))
    if (text := _strictly(data, "utf-8")) is not None:
        return _checked(_undo_misreading(text) or Decoded(text, "utf-8"))
    readings = [
        (everyday_share(text), -i, Decoded(text, encoding))
        for i, (encoding, text) in enumerate(_readings(data))
    ]
    best = max(readings, default=None, key=lambda r: r[:2])
    if best and best[0] >= _EVERYDAY:
        return _checked(best[2])
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        lossy = _decode_with(data, encoding)
        if lossy and everyday_share(lossy.text) >= _EVERYDAY:
            return _checked(lossy)
    return None


def _readings(data: bytes) -> list[tuple[str, str]]:
    found = [(encoding, _strictly(data, encoding)) for encoding in _CHINESE]
    return [(encoding, text) for encoding, text in found if text is not None]


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _decode_with(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > _MOST_LOST * len(text) + 1:
        return None
    return Decoded(text, encoding, lost, 0, f"{lost}处字节无法按{encoding}解码" if lost else "")


def _checked(decoded: Decoded | None) -> Decoded | None:
    if decoded is None or len(_CONTROL.findall(decoded.text)) > _MOST_CONTROL * len(decoded.text):
        return None
    return decoded


def _undo_misreading(text: str) -> Decoded | None:
    """Return the text that was once decoded with the wrong table and then saved as UTF-8."""
    if everyday_share(text) >= _EVERYDAY or text.isascii():
        return None
    for wrong in _MISREAD_AS:
        try:
            raw = text.encode(wrong)
        except UnicodeEncodeError:
            continue
        for right in ("utf-8", "gb18030", "big5hkscs"):
            again = _strictly(raw, right) if right != wrong else None
            if again is not None and everyday_share(again) >= _EVERYDAY:
                return Decoded(again, right, 1, 1, f"全文曾被误按{wrong}解码，已按{right}还原")
    return None
