"""Steps 1 and 3: entities and characters that no reader sees, and widths that Chinese typesetting does not use."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText

_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_KEEP = "\n\r\t"
_BREAK = re.compile("[\r\u2028\u2029\x0b\x0c\x85](?:(?<=\r)\n)?")
# &amp;nbsp; was escaped twice.
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:([a-zA-Z]{2,8}[1-4]?|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});|nbsp)")
_TAG_REST = re.compile(
    r"</?(?:p|br|span|div|strong|b|font|a|img|o:p|h[1-6]|li|ul|ol|td|tr|table|section|center|em)(?: [^<>\n]{0,200})?/?>",
    re.I,
)
# The looks of a page, copied with its words: @page { size: 8in } p.western { font-size: 10pt }
_STYLE = re.compile(
    r"(?:^l> ?)?[@.#]?[A-Za-z][\w.#-]{0,30} ?\{(?: ?[a-z-]{2,24} ?:[^{}\n一-龥]{0,400})?\} ?", re.M
)
_FEWEST_STYLES = 2
_INDENT = re.compile(r"^\?{2,8} +(?=[\u3400-\u9fff“])", re.M)
"""Spaces that do not break, shown as ? by a table that lacks them; where a character was lost, no space stands."""
# Rests of a tag whose first byte went into the character before it: 顴/p>.
_TORN = re.compile(r"([\u3400-\u9fff\ufffd])/(?:p|span|div|td|li|h[1-6]|strong|font|section)>", re.I)


@cache
def _invisible() -> re.Pattern[str]:
    # Control, format, private-use, unassigned and surrogate characters; the variation selectors besides.
    wanted = [
        chr(code)
        for code in range(min(sys.maxunicode + 1, 0x10000))
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Co", "Cs", "Cn"} and chr(code) not in _KEEP
    ]
    ranges: list[tuple[int, int]] = []
    for code in map(ord, wanted):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    body = "".join(f"\\u{a:04x}-\\u{b:04x}" for a, b in ranges)
    return re.compile(f"[{body}\ufe00-\ufe0f\U000e0000-\U0010ffff]")


@cache
def _widths() -> dict[int, str]:
    table = {ord(space): " " for space in _SPACES}
    # Full-width letters, digits and per cent; full-width punctuation is right in Chinese.
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05):
        table[code] = chr(code - 0xFEE0)
    table[0xFF0E] = "."
    # Radicals that stand for whole characters in text taken from PDF files.
    for code in range(0x2F00, 0x2FD6):
        table[code] = unicodedata.normalize("NFKC", chr(code))
    return table


def narrow(mapped: MappedText) -> MappedText:
    """Return the text with plain spaces, letters and digits in place of full-width ones."""
    return mapped.translate(_widths()) if _any_odd_width().search(mapped.text) else mapped


@cache
def _any_odd_width() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, _widths())))}]")


def clean_characters(mapped: MappedText) -> MappedText:
    """Return the text without invisible characters and rests of markup."""
    mapped = mapped.substitute(_BREAK, "\n")
    mapped = mapped.substitute(_invisible(), "")
    if "&" in mapped.text:
        mapped = mapped.substitute(_ENTITY, _resolve)
    if "<" in mapped.text:
        mapped = mapped.substitute(_TAG_REST, "\n")
    if "?" in mapped.text:
        mapped = mapped.substitute(_INDENT, "")
    if "{" in mapped.text and len(_STYLE.findall(mapped.text)) >= _FEWEST_STYLES:
        mapped = mapped.substitute(_STYLE, "")
    if find_torn(mapped.text):
        mapped = mapped.substitute(_TORN, lambda match: match.group(1))
    return mapped


def find_torn(text: str) -> list[int]:
    """Return the places of the characters that a lost byte made of a character and the tag behind it."""
    return [match.start() for match in _TORN.finditer(text)] if "/" in text else []


def _resolve(match: re.Match[str]) -> str:
    name = match.group(1) or "nbsp"
    if not name.startswith("#"):
        return _seen(html5.get(f"{name};", match.group()))
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return match.group() if code > sys.maxunicode or 0xD800 <= code < 0xE000 else _seen(chr(code))


def _seen(words: str) -> str:
    """Return what a reader sees of `words`: a space for white space, nothing for what is invisible."""
    if words.isspace():
        return " "
    return words if words.isprintable() else ""
