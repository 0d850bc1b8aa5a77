"""Reads the fields of a mail's head: encoded words (RFC 2047), encoded names (RFC 2231), bare bytes of old programs."""

from __future__ import annotations

import re
from email.header import decode_header
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from ecoledger.intake.encoding import decode

if TYPE_CHECKING:
    from email.message import Message

_LONGEST_FIELD = 4_000  # characters; encoded words take time that grows with the square of their number
_LONGEST_NAME = 200
_GB = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_BARE = re.compile(r"[\ud800-\udfff]")  # bytes beyond ASCII, as the parser keeps them
_UNFIT = re.compile(r"[\x00-\x1f\x7f\ufffd]+")


def read_field(message: Message, name: str) -> str:
    """Return the field `name` in one line with its encoded words read, empty where there is none."""
    value = message.get(name)
    if value is None:
        return ""
    return _plain(_read_words(value[:_LONGEST_FIELD] if isinstance(value, str) else value))


def read_date(text: str) -> str:
    """Return the day in the field Date in ISO form, empty where it is none."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""


def read_file_name(part: Message) -> str:
    """Return the name that `part` gives its file, without folders; empty where it gives none."""
    name = _read_parameter(part, "filename", "content-disposition") or _read_parameter(
        part, "name", "content-type"
    )
    return _plain(_UNFIT.sub("", re.split(r"[/\\]", name)[-1]))[:_LONGEST_NAME]


def _read_parameter(part: Message, parameter: str, header: str) -> str:
    stated = next((str(value) for name, value in part.raw_items() if name.lower() == header), "")[
        :_LONGEST_FIELD
    ]
    if _BARE.search(stated):
        bare = stated.encode("ascii", "surrogateescape")
        decoded = decode(bare)
        found = re.search(rf'\b{parameter}\s*=\s*(?:"([^"]*)"|([^\s";]+))', decoded.text if decoded else "")
        return (found[1] or found[2]) if found else ""
    value = part.get_param(parameter, header=header)
    if isinstance(value, tuple):
        charset, _, words = value
        return _decode_word(words[:_LONGEST_FIELD].encode("raw-unicode-escape"), charset)
    return _read_words(value[:_LONGEST_FIELD]) if isinstance(value, str) else ""


def _read_words(value: str) -> str:
    words = []
    for part, charset in decode_header(value):
        if isinstance(part, str):
            words.append(part)
        elif charset in (None, "unknown-8bit"):
            decoded = decode(part)
            words.append(decoded.text if decoded else part.decode("ascii", "replace"))
        else:
            words.append(_decode_word(part, charset))
    return "".join(words)


def _decode_word(part: bytes, charset: str | None) -> str:
    name = _GB.get((charset or "").lower(), charset)
    try:
        return part.decode(name or "utf-8", "replace")
    except LookupError:
        return part.decode("utf-8", "replace")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
