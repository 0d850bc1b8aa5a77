"""Credits that stand behind the last words of a report: （某区融媒体中心 某某）, 责任编辑：某某, （某某）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.structure.line import Line, find_kind
from ecoledger.structure.name import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 4
_SIGNED = re.compile(r"(?<=[。！？”…）)]) *(?P<credit>[（(](?P<inner>[^（）()\n]{1,80})[)）]) *$")
_GLUED = re.compile(
    r"(?<=[。！？”）]) *(?P<credit>(?:责任编辑|责 ?编|编 ?辑|来 ?源|稿 ?源|作 ?者|供 ?稿|撰 ?稿人?|审 ?[核校稿]|校 ?对|[初复终] ?审|[一二三]审|监 ?制|本报记者|记 ?者|通讯员) ?[:：] ?[^。，\n]{2,40})$"
)
_END = re.compile(r"(?:全文)?(?:完|结束)")
_BETWEEN_NAMES = re.compile(r"[、，,；;/／ ]+")


def find_credits(paragraph: Line) -> tuple[Line, ...]:
    """Return the credits behind the last sentence of `paragraph`, in order, as lines of their own."""
    return tuple(_from_the_end(paragraph))[::-1]


def _from_the_end(paragraph: Line) -> Iterator[Line]:
    text = paragraph.text
    for _ in range(_MOST):
        match = _GLUED.search(text) or _SIGNED.search(text)
        if match is None or (match.re is _SIGNED and not _is_credit(match)):
            break
        credit = match["credit"]
        start = paragraph.start + match.start()
        yield Line(start, paragraph.start + len(text), credit, find_kind(credit))
        text = text[: match.start()]


def _is_credit(signed: re.Match[str]) -> bool:
    """Return whether brackets behind a sentence hold a credit, the end of the text, or nothing but names."""
    if find_kind(signed["credit"]) in ("credit", "original_title", "caption"):
        return True
    inner = signed["inner"].strip()
    return bool(_END.fullmatch(inner)) or all(map(is_name, _BETWEEN_NAMES.split(inner)))
