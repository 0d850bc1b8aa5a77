"""The title of a report: the line above its dateline or its body, else what the page's head or 原标题 says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.structure.line import Line

_HAN = re.compile("[\u3400-\u9fff]")
_FEWEST = 6  # Chinese characters: 区委召开常委会
_LONGEST = 90
_TITLE_PART = re.compile(r"(?:(?<=\d)[-—–](?=\d)|[^\s_|｜»>＞\-—–]|:(?!:))+")
_SITE = re.compile(
    r"(?:网|网站|门户|政府|委员会|[局厅委部报台]|报社|电视台|频道|平台|客户端|数字报|融媒体?(?:中心)?|要闻|动态|资讯|公开|专栏|专题|首页)$"
)
_MOST_COLUMNS = 4
_LONGEST_COLUMN = 24
_SUBTITLE = ("——", "—", "--")
_WHO = re.compile(r"(?:主持(?:会议)?|出席(?:会议)?|讲话|致辞)$")
"""A short line below a title may say who chaired or spoke; a title says what took place as well."""
_SHORT_WHO = 16
_MASTHEAD = re.compile(
    r"^.{0,16}(?:简报|快报|专报|内参|信息)$|第 ?[A-Z]?\d{1,2} ?版|^[（(]?(?:总?第|[12]\d{3}年第?) ?[\d一二三四五六七八九十百]+ ?期"
)
"""The name and number of a bulletin stand above its date, the title below."""
_CHAPTER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")


def find_title(head: Sequence[Line], tail: Sequence[Line], stated: str) -> str | None:
    """Return the title of the report between `head` and `tail`; `stated` is the title in the page's own head."""
    return (
        _stated_line(head, stated)
        or _labelled(head)
        or _line_above(head)
        or _original_title((*head, *tail))
        or _without_site(stated)
    )


def is_stated(line: str, stated: str) -> bool:
    """Return whether `line` is the title that the page's head states, with or without the site's name."""
    return _fits(line) and stated.replace(" ", "").startswith(line.replace(" ", ""))


def _stated_line(head: Sequence[Line], stated: str) -> str | None:
    found = max((line.text for line in head if is_stated(line.text, stated)), key=len, default=None)
    whole = found is not None and found.replace(" ", "") == stated.replace(" ", "")
    return stated if whole else found


def _labelled(head: Sequence[Line]) -> str | None:
    """Return the title in a table of facts above the report: 名称：某市召开大会."""
    rule = next(rule for rule in load_rules("dateline") if rule.kind == "title")
    for line in head:
        if (match := rule.pattern.search(line.text)) and _fits(title := match["title"].strip()):
            return title
    return None


def _line_above(head: Sequence[Line]) -> str | None:
    """Return the line nearest above the first dateline, or above the body, that can be a title.

    The name of an organ or a medium alone is one only where nothing else is.
    """
    datelines = [number for number, line in enumerate(head) if line.kind == "dateline"]
    above = head[: datelines[0]] if datelines else head
    organ = next(rule.pattern for rule in load_rules("dateline") if rule.kind == "beside")
    fitting = [
        line.text
        for line in (*reversed(above), *head[len(above) :])
        if line.kind in ("other", "prose") and _fits(line.text) and not line.text.startswith(_SUBTITLE)
    ]
    return next((text for text in fitting if not organ.search(text)), next(iter(fitting), None))


def _fits(line: str) -> bool:
    return (
        len(line) <= _LONGEST
        and len(_HAN.findall(line)) >= _FEWEST
        and not line.endswith(("。", "；", "，", "："))
        and not (len(line) <= _SHORT_WHO and _WHO.search(line))
        and not _CHAPTER.match(line)
        and not _MASTHEAD.search(line)
        and not _is_menu(line)
    )


def _is_menu(line: str) -> bool:
    words = re.split(r"[ |｜>＞/·]+", line.strip())
    return len(words) >= 4 and max(map(len, words)) <= 6


def _original_title(lines: Sequence[Line]) -> str | None:
    rule = next(rule for rule in load_rules("page") if rule.kind == "original_title")
    for line in lines:
        if match := rule.pattern.search(line.text):
            return match.group("title").strip()
    return None


def _without_site(stated: str) -> str | None:
    """Return the page's own title without the names of site and column before or behind it.

    What a sign parts off behind the title is of the site; what stands before it, or behind a blank, where it is named so.
    """
    parts = [match.span() for match in _TITLE_PART.finditer(stated)]
    while len(parts) > 1 and _SITE.search(stated[slice(*parts[0])]):
        parts.pop(0)
    for _ in range(_MOST_COLUMNS):
        if len(parts) < 2 or len(_HAN.findall(stated[parts[0][0] : parts[-2][1]])) < _FEWEST:
            break
        last = stated[slice(*parts[-1])]
        blank = not stated[parts[-2][1] : parts[-1][0]].strip()
        if not _SITE.search(last) and (blank or len(last) > _LONGEST_COLUMN):
            break
        parts.pop()
    title = stated[parts[0][0] : parts[-1][1]] if parts else ""
    return title if _fits(title) else None
