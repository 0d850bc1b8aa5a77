"""Reads the bytes of one document into text: kind and encoding are found in the content, not in the name."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.docx import read_docx
from ecoledger.intake.encoding import decode
from ecoledger.intake.html import looks_like_html, read_html
from ecoledger.intake.limit import MAX_CHARACTERS, MAX_DOCUMENT, MEGABYTE
from ecoledger.intake.mail import looks_like_mail, read_mail
from ecoledger.intake.ofd import read_ofd
from ecoledger.intake.pdf import read_pdf
from ecoledger.intake.record import read_record
from ecoledger.intake.signature import REFUSED, find_kind
from ecoledger.intake.table import find_table
from ecoledger.model import Damage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.intake.signature import Kind

_BLANK = b"\x00 \t\r\n\xef\xbb\xbf"
_CONTAINERS = {"zip": "压缩包", "xlsx": "工作簿", "csv": "表格", "jsonl": "数据文件"}
_BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: `text` as extracted, before any repair; `meta` holds title, date, source, author, url if stated.

    `encoding` is Python's name of it, "binary" for a format of its own; `damage` tells what could not be read.
    """

    name: str
    kind: Kind
    encoding: str
    text: str
    meta: Mapping[str, str]
    damage: tuple[Damage, ...]


def read_document(data: bytes, name: str) -> Document:
    """Return the text in `data`; `name` is only shown. Raises UnreadableError with a sentence for people.

    What holds several reports is refused here: container.open_documents gives its documents.
    """
    if len(data) > MAX_DOCUMENT:
        raise UnreadableError(
            "too_large",
            f"“{name}”有{len(data) / MEGABYTE:.1f}MB，超过{MAX_DOCUMENT // MEGABYTE}MB的上限："
            "请只保留报道正文后再导入。",
        )
    if not data.strip(_BLANK):
        raise UnreadableError("empty", f"“{name}”是空文件：请确认文件已完整保存后再导入。")
    document = _read(data, name)
    if not document.text.replace("\ufeff", "").replace("\u200b", "").strip():
        raise UnreadableError("empty", f"“{name}”中没有文字：请确认文件内容后再导入。")
    if len(document.text) > MAX_CHARACTERS:
        raise UnreadableError(
            "too_long",
            f"“{name}”有{len(document.text)}字，超过一份报道{MAX_CHARACTERS}字的上限："
            "请只保留报道正文，或按报道拆开后再导入。",
        )
    return document


def _read(data: bytes, name: str) -> Document:
    kind = find_kind(data)
    damage: tuple[Damage, ...] = ()
    if kind in REFUSED:
        called, advice = REFUSED[kind]
        raise UnreadableError("unsupported", f"“{name}”是{called}，不能直接读取：{advice}。")
    match kind:
        case "docx":
            return _binary(name, kind, read_docx(data, name))
        case "ofd":
            return _binary(name, kind, read_ofd(data, name))
        case "pdf":
            text, damage = read_pdf(data, name)
            return _binary(name, kind, text, damage)
        case "zip" | "xlsx":
            raise _container(name, kind)
    if looks_like_mail(data):
        text, meta = read_mail(data, name)
        return Document(name, "mail", _BINARY, text, MappingProxyType(meta), ())
    return _read_text(data, name)


def _read_text(data: bytes, name: str) -> Document:
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError(
            "not_text", f"“{name}”不是文字文件，或文字编码无法识别：请另存为UTF-8编码的纯文本后再导入。"
        )
    text = decoded.text
    meta: dict[str, str] = {}
    kind: Kind = "text"
    if record := read_record(text, name):
        kind = "record"
        text, meta = record
    elif table := find_table(text, {}, name):
        raise _container(name, table)
    elif looks_like_html(text):
        kind = "html"
        text, meta = read_html(text, name)
    damage = (Damage("encoding", decoded.faults, decoded.mended, decoded.note),) if decoded.faults else ()
    return Document(name, kind, decoded.encoding, text, MappingProxyType(meta), damage)


def _binary(name: str, kind: Kind, text: str, damage: tuple[Damage, ...] = ()) -> Document:
    return Document(name, kind, _BINARY, text, MappingProxyType({}), damage)


def _container(name: str, kind: str) -> UnreadableError:
    return UnreadableError(
        "container", f"“{name}”是{_CONTAINERS[kind]}，里面可有多份报道：请从“导入”页或用命令行整体导入。"
    )
