"""Reads a mail (EML) or a page saved in one file (MHT): its main text, what its head states, what is attached."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from email.errors import MessageError
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.html import read_html
from ecoledger.intake.mail_field import read_date, read_field
from ecoledger.intake.mail_part import is_attached, list_attached, read_words, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import Message

_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?\S?", re.M)
_KNOWN = frozenset(
    (b"from", b"to", b"subject", b"date", b"received", b"message-id", b"return-path", b"mime-version",
     b"content-type", b"content-transfer-encoding", b"snapshot-content-location", b"x-mailer", b"cc")
)  # fmt: skip
_HEAD = 16_384
_PAGES = ("text/html", "application/xhtml+xml")
_MOST_FRAMES = 40  # pages of a saved page that are looked into for the body
_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile("附件|查收|查阅|邮件|收件|发件|您好|你好|此致|祝好|审阅|谢谢|保密")
_FEWEST = 80


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail taken apart: whether its own words are a report, and each file attached to it by name."""

    has_report: bool
    attached: tuple[tuple[str, bytes], ...]


def looks_like_mail(data: bytes) -> bool:
    """Return whether `data` begins with the head of a mail: three fields of mails, Content-Type or MIME-Version one."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if not _FIELD.match(head):
        return False
    fields = {match.group(1).lower() for match in _FIELD.finditer(head)} & _KNOWN
    return len(fields) >= 3 and bool(fields & {b"content-type", b"mime-version"})


def read_mail(data: bytes, name: str) -> tuple[str, dict[str, str]]:
    """Return the text of the mail or saved page, and its title, day, source and address. Raises UnreadableError."""
    with _whole(name):
        return _read_parts(*take_apart(data, name), name)


def open_mail(data: bytes, name: str) -> Mail:
    """Return what the mail holds. Raises UnreadableError."""
    with _whole(name):
        message, parts = take_apart(data, name)
        attached = tuple(list_attached(parts))
        return Mail(not attached or has_report(_read_parts(message, parts, name)[0]), attached)


@contextmanager
def _whole(name: str) -> Iterator[None]:
    try:
        yield
    except (MessageError, RecursionError, LookupError, ValueError, AssertionError) as error:
        raise UnreadableError(
            "broken", f"“{name}”的邮件或MHT结构已损坏：请用浏览器或邮箱重新保存后再导入。"
        ) from error


def has_report(text: str) -> bool:
    """Return whether `text` is more than a letter that goes with something.

    It holds a report where its sentences have eighty Chinese characters, those that speak of the mail not counted.
    """
    lines = (line for line in text.split("\n") if ("。" in line or "，" in line) and not line.startswith(">"))
    return sum(len(_HAN.findall(line)) for line in lines if not _LETTER.search(line)) >= _FEWEST


def _read_parts(message: Message, parts: Sequence[Message], name: str) -> tuple[str, dict[str, str]]:
    text, meta = _read_page(message, parts, name)
    for part in parts if not text.strip() else ():
        if (
            part.get_content_type() == "text/plain"
            and not is_attached(part)
            and (text := read_words(part)).strip()
        ):
            break
    for key, value in _read_head(message, parts).items():
        meta.setdefault(key, value)
    return text, meta


def _read_page(message: Message, parts: Sequence[Message], name: str) -> tuple[str, dict[str, str]]:
    """Return text and head of the page in `parts`: of the root, or of the frame with the body where it has none."""
    pages = [part for part in parts if part.get_content_type() in _PAGES and not is_attached(part)]
    root = _find_root(message, pages)
    text, meta = _read_html(root, name)
    if has_report(text) or len(pages) <= 1 or not _is_saved(message):
        return text, meta
    frames = [_read_html(part, name) for part in pages[:_MOST_FRAMES] if part is not root]
    inner, stated = max(frames, key=lambda frame: len(_HAN.findall(frame[0])))
    if not has_report(inner):
        return text, meta
    return inner, {**meta, **stated}


def _find_root(message: Message, pages: Sequence[Message]) -> Message | None:
    """Return the page that the head calls the start (RFC 2387), else that of the address, else the first with words."""
    start = message.get_param("start")
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in pages:
        if (isinstance(start, str) and part.get("Content-ID", "").strip() == start.strip()) or (
            address and part.get("Content-Location") == address
        ):
            return part
    return next((part for part in pages if read_words(part).strip()), None)


def _read_html(part: Message | None, name: str) -> tuple[str, dict[str, str]]:
    words = read_words(part) if part is not None else ""
    return read_html(words, name) if words.strip() else ("", {})


def _is_saved(message: Message) -> bool:
    """Return whether `message` is a saved page: nobody sent it."""
    return "Snapshot-Content-Location" in message or (
        message.get_content_type() == "multipart/related" and "To" not in message
    )


def _read_head(message: Message, parts: Sequence[Message]) -> dict[str, str]:
    """Return subject, address and day; the day of a mail is that of sending (`sent`), of a saved page none."""
    meta: dict[str, str] = {}
    if title := read_field(message, "Subject"):
        meta["title"] = title
    saved = _is_saved(message)
    heads = (message, *(part for part in parts if saved and part.get_content_type() in _PAGES))
    for field in ("Snapshot-Content-Location", "Content-Location"):
        address = next((read_field(head, field) for head in heads if field in head), "")
        if address.startswith(("http://", "https://")):
            meta.setdefault("url", address)
    if not saved and (day := read_date(read_field(message, "Date"))):
        meta["sent"] = day
    return meta
