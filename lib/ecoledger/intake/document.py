"""Reads the bytes of one file into text: the kind and the encoding are found in the content, not in the name."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from ecoledger.errors import UnreadableError
from ecoledger.intake.encoding import decode
from ecoledger.intake.html import looks_like_html, read_html
from ecoledger.intake.signature import find_kind
from ecoledger.model import Damage

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 8 * 1024 * 1024
"""A report is some thousand characters; a page around it, with its scripts, stays far below this."""

Kind = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: `text` as extracted, before any repair; `meta` holds title, date, source, author of a page.

    `encoding` is Python's name of it; `damage` tells of bytes that could not be decoded.
    """

    name: str
    kind: Kind
    encoding: str
    text: str
    meta: Mapping[str, str]
    damage: tuple[Damage, ...]


def read_document(data: bytes, name: str) -> Document:
    """Return the text in `data`; `name` is only shown. Raises UnreadableError with a sentence for people."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            "too_large",
            f"“{name}”超过{MAX_BYTES // 1048576}MB的上限：请只保留报道正文后再导入。",
        )
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableError("empty", f"“{name}”是空文件：请确认文件已完整保存后再导入。")
    if binary := find_kind(data):
        raise UnreadableError(
            "unsupported",
            f"“{name}”是{binary}，目前还不能读取：请另存为纯文本（TXT）或网页（HTML）后再导入。",
        )
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError(
            "not_text", f"“{name}”不是文字文件，或文字编码无法识别：请另存为UTF-8编码的纯文本后再导入。"
        )
    text = decoded.text
    meta: dict[str, str] = {}
    kind: Kind = "text"
    if looks_like_html(text):
        text, meta = read_html(text)
        kind = "html"
    if not text.replace("\ufeff", "").replace("\u200b", "").strip():
        raise UnreadableError("empty", f"“{name}”中没有文字：请确认文件内容后再导入。")
    damage = (Damage("encoding", decoded.faults, decoded.mended, decoded.note),) if decoded.faults else ()
    return Document(
        name=name,
        kind=kind,
        encoding=decoded.encoding,
        text=text,
        meta=MappingProxyType(meta),
        damage=damage,
    )
