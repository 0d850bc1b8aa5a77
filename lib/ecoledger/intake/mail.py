"""Reads a mail (EML) or a page saved in one file (MHT): the part with the text, and what the head states."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.encoding import decode
from ecoledger.intake.html import read_html
from ecoledger.intake.limit import MAX_PARTS

if TYPE_CHECKING:
    from email.message import Message

_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?\S?", re.M)
_KNOWN = frozenset(
    (b"from", b"to", b"subject", b"date", b"received", b"message-id", b"return-path", b"mime-version",
     b"content-type", b"content-transfer-encoding", b"snapshot-content-location", b"x-mailer", b"cc")
)  # fmt: skip
_HEAD = 16_384
_LONGEST_FIELD = 4_000  # characters; encoded words take time that grows with the square of their number
_MOST_MARKS = 2 * MAX_PARTS  # lines that begin as the mark of a part does; a text may have some as well


def looks_like_mail(data: bytes) -> bool:
    """Return whether `data` begins with the head of a mail: three fields of mails, Content-Type or MIME-Version one."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if not _FIELD.match(head):
        return False
    fields = {match.group(1).lower() for match in _FIELD.finditer(head)} & _KNOWN
    return len(fields) >= 3 and bool(fields & {b"content-type", b"mime-version"})


def read_mail(data: bytes, name: str) -> tuple[str, dict[str, str]]:
    """Return the text of the mail or saved page, and its title, date, source and address. Raises UnreadableError."""
    if data.count(b"\n--") > _MOST_MARKS:  # before it is taken apart: a part takes memory and time
        raise _too_many(name)
    try:
        message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)
        parts = _list_parts(message, name)
        return _read_parts(message, parts, name)
    except (MessageError, RecursionError, LookupError, ValueError, AssertionError) as error:
        raise UnreadableError(
            "broken", f"“{name}”的邮件或MHT结构已损坏：请用浏览器或邮箱重新保存后再导入。"
        ) from error


def _list_parts(message: Message, name: str) -> list[Message]:
    parts: list[Message] = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > MAX_PARTS:
            raise _too_many(name)
    return parts


def _too_many(name: str) -> UnreadableError:
    return UnreadableError(
        "too_many", f"“{name}”内有超过{MAX_PARTS}个部分：请用浏览器另存为网页（HTML）后再导入。"
    )


def _read_parts(message: Message, parts: list[Message], name: str) -> tuple[str, dict[str, str]]:
    meta: dict[str, str] = {}
    text = ""
    for kind in ("text/html", "text/plain"):
        part = next((p for p in parts if p.get_content_type() == kind and not _is_attached(p)), None)
        words = _read_words(part) if part is not None else ""
        if kind == "text/html" and words:
            words, meta = read_html(words, name)
        if words.strip():
            text = words
            break
    for key, value in _read_head(message).items():
        meta.setdefault(key, value)
    return text, meta


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _read_words(part: Message) -> str:
    payload = part.get_payload(decode=True)
    decoded = decode(payload) if isinstance(payload, bytes) else None
    return decoded.text if decoded else ""


def _read_head(message: Message) -> dict[str, str]:
    meta: dict[str, str] = {}
    if title := _read_field(message, "Subject"):
        meta["title"] = title
    address = _read_field(message, "Snapshot-Content-Location") or _read_field(message, "Content-Location")
    if address.startswith(("http://", "https://")):
        meta["url"] = address
    # The date of a saved page is the day somebody saved it.
    saved = "Snapshot-Content-Location" in message or message.get_content_type() == "multipart/related"
    if not saved and (day := _read_date(_read_field(message, "Date"))):
        meta["date"] = day
    return meta


def _read_field(message: Message, name: str) -> str:
    """Return a field with its encoded words read; bare GBK bytes, met in old mails, are read as such."""
    value = message.get(name)
    if value is None:
        return ""
    words = []
    for part, charset in decode_header(value[:_LONGEST_FIELD] if isinstance(value, str) else value):
        if isinstance(part, str):
            words.append(part)
        elif charset in (None, "unknown-8bit"):
            decoded = decode(part)
            words.append(decoded.text if decoded else part.decode("ascii", "replace"))
        else:
            words.append(_decode_word(part, charset))
    return _plain("".join(words))


def _decode_word(part: bytes, charset: str | None) -> str:
    name = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get((charset or "").lower(), charset)
    try:
        return part.decode(name or "utf-8", "replace")
    except LookupError:
        return part.decode("utf-8", "replace")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _read_date(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
