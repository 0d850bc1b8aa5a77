"""The parts of a mail or saved page: which are its words, which are files attached to it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.encoding import decode
from ecoledger.intake.limit import MAX_PARTS
from ecoledger.intake.mail_field import read_file_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What a mail carries that is no document: signatures, invitations, cards.
_NO_DOCUMENT = re.compile(
    r"application/(?:pgp-|(?:x-)?pkcs7-|ms-tnef)|text/(?:calendar|(?:x-)?vcard|css)|message/delivery", re.I
)
_HEADS = re.compile(rb"(?:^[A-Za-z0-9-]{1,76}:[^\n]*+\n)++", re.M)  # fields one below the other
_MOST_MARKS = 2 * MAX_PARTS  # lines that begin as the mark of a part does; a text may have some as well


def take_apart(data: bytes, name: str) -> tuple[Message, list[Message]]:
    """Return the message and its parts; those of a mail within it stay within. Raises UnreadableError."""
    if data.count(b"\n--") > _MOST_MARKS:  # before it is taken apart: a part takes memory and time
        raise _too_many(name)
    if any(head.group().count(b"\n") > MAX_PARTS for head in _HEADS.finditer(data)):
        raise UnreadableError(
            "too_large", f"“{name}”的邮件头超过{MAX_PARTS}行，可能是恶意文件，已拒绝：请核实来源。"
        )
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)
    parts: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(each for each in reversed(inner) if isinstance(each, Message))
        else:
            parts.append(part)
        if len(parts) + len(waiting) > MAX_PARTS:
            raise _too_many(name)
    return message, parts


def _too_many(name: str) -> UnreadableError:
    return UnreadableError(
        "too_many", f"“{name}”内有超过{MAX_PARTS}个部分：请用浏览器另存为网页（HTML）后再导入。"
    )


def list_attached(parts: Sequence[Message]) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file among `parts`; pictures within the text and signatures are none."""
    for number, part in enumerate(parts, 1):
        if not is_attached(part):
            continue
        data = _read_file(part)
        if data:
            yield read_file_name(part) or f"附件{number}", data


def is_attached(part: Message) -> bool:
    """Return whether `part` is a file of its own: attached, named, or a mail within the mail."""
    if _NO_DOCUMENT.match(part.get_content_type()):
        return False
    if part.get_content_maintype() == "image" and ("Content-ID" in part or "Content-Location" in part):
        return False
    if part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment":
        return True
    return "Content-Location" not in part and bool(read_file_name(part))


def _read_file(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        try:
            return next((each.as_bytes() for each in inner if isinstance(each, Message)), b"")
        except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
            return b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def read_words(part: Message) -> str:
    """Return the text of `part`, empty where it has none."""
    payload = part.get_payload(decode=True)
    decoded = decode(payload) if isinstance(payload, bytes) else None
    return decoded.text if decoded else ""
