"""The title of a report: the line above its dateline or its body, else what the page's head or 原标题 says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.rules.gate import possible_rules
from ecoledger.rules.loader import load_rules
from ecoledger.structure.name import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.rules.narrowed import PossibleRule
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
_SHORT_WHO = 16
_BRACKETS = "【】"
_NAMED = re.compile("《[^《》]+》")
_ENOUGH = 200  # characters of a report, of which a title takes up a word
_WORD = re.compile("[\u3400-\u9fff]{2}")
_LEAD = re.compile(r"(?:强调|指出|要求|提出|表示)：?$")
_JOINED = re.compile(r"(?:强调|指出|要求|提出|表示)[： ]")
_LONGEST_LEAD = 40
_MOST_LINES = 2  # of a title below its lead
_NAMES = re.compile(r"[，、,；; ]+")
_SPACED = re.compile(r"(?:(?<=^.)|(?<=[，、,；;].)) +(?=.(?:[，、,；;]|$))")


def find_title(head: Sequence[Line], report: Sequence[Line], tail: Sequence[Line], stated: str) -> str | None:
    """Return the title of the `report` between `head` and `tail`; `stated` is the title in the page's own head."""
    return (
        _stated_line(head, stated)
        or _labelled(head)
        or _line_above(head, "".join(line.text for line in report))
        or _original_title((*head, *tail))
        or _without_site(stated)
    )


def is_of_title(line: str, title: str | None) -> bool:
    """Return whether `line` is the title, or one of its lines where one leads to the others."""
    if title is None or not line:
        return False
    joined = _JOINED.search(title)
    return line == title or (
        joined is not None and may_be_title(line) and f" {line} " in f" {title.replace('：', '： ')} "
    )


def is_stated(line: str, stated: str) -> bool:
    """Return whether `line` is the title that the page's head states, with or without the site's name."""
    line = line.strip(_BRACKETS)
    return may_be_title(line) and stated.replace(" ", "").startswith(line.replace(" ", ""))


def _stated_line(head: Sequence[Line], stated: str) -> str | None:
    found = max(
        (line.text.strip(_BRACKETS) for line in head if is_stated(line.text, stated)), key=len, default=None
    )
    whole = found is not None and found.replace(" ", "") == stated.replace(" ", "")
    return stated if whole else found


def _labelled(head: Sequence[Line]) -> str | None:
    """Return the title in a table of facts above the report: 名称：某市召开大会."""
    rule = next(rule for rule in load_rules("dateline") if rule.kind == "title")
    for line in head:
        if (match := rule.pattern.search(line.text)) and may_be_title(title := match["title"].strip()):
            return title
    return None


def _line_above(head: Sequence[Line], report: str) -> str | None:
    """Return the line nearest above the first dateline, or above the body, that can be a title.

    The name of an organ or a medium alone is one only where nothing else is; a line that has no word in common with
    the report never.
    """
    datelines = [number for number, line in enumerate(head) if line.kind == "dateline"]
    above = head[: datelines[0]] if datelines else head
    organ = next(rule.pattern for rule in load_rules("dateline") if rule.kind == "beside")
    fitting = [
        number
        for number in (*reversed(range(len(above))), *range(len(above), len(head)))
        if _may_stand(head[number]) and _shares_words(head[number].text, report)
    ]
    best = next((n for n in fitting if not organ.search(head[n].text)), next(iter(fitting), None))
    return None if best is None else _with_lead(head, best)


def _may_stand(line: Line) -> bool:
    return line.kind in ("other", "prose") and may_be_title(line.text) and not line.text.startswith(_SUBTITLE)


def _shares_words(line: str, report: str) -> bool:
    if len(report) < _ENOUGH:
        return True
    return any(line[at : at + 2] in report for at in range(len(line) - 1) if _WORD.match(line, at))


def _with_lead(head: Sequence[Line], number: int) -> str:
    """Return the line with those above from one that leads to it (某某调研时强调), or with the one it leads to itself."""
    first = number
    while first and number - first < _MOST_LINES and _may_stand(head[first]) and not _leads(head[first]):
        first -= 1
    if not _leads(head[first]):
        return head[number].text
    last = number if first < number else number + 1
    if last == len(head) or not _may_stand(head[last]):
        return head[number].text
    return " ".join(line.text for line in head[first : last + 1]).replace("： ", "：")


def _leads(line: Line) -> bool:
    return line.kind == "other" and _LEAD.search(line.text) is not None and len(line.text) <= _LONGEST_LEAD


def may_be_title(line: str) -> bool:
    """Return whether `line` can be a title by its own words."""
    return (
        len(line) <= _LONGEST
        and len(_HAN.findall(line)) >= _FEWEST
        and not line.endswith(("。", "；", "，", "："))
        and not any(
            rule.pattern.search(line) for rule in possible_rules("title", line) if _weighs(rule, line)
        )
        and not _is_menu(line)
        and not _lists_names(line)
    )


def _weighs(rule: PossibleRule, line: str) -> bool:
    return rule.kind == "never" or len(line) <= _SHORT_WHO


def _lists_names(line: str) -> bool:
    """Return whether `line` is the names of its writers: 某某，某某，某某; a name of two may be spaced out."""
    names = _NAMES.split(_SPACED.sub("", line.strip()))
    return len(names) > 1 and all(map(is_name, names))


def _is_menu(line: str) -> bool:
    words = re.split(r"[ |｜>＞/·]+", line.strip())
    return len(words) >= 4 and max(map(len, words)) <= 6


def _original_title(lines: Sequence[Line]) -> str | None:
    rule = next(rule for rule in load_rules("page") if rule.kind == "original_title")
    for line in lines:
        if match := rule.pattern.search(line.text):
            title = match.group("title").strip()
            return title[1:-1] if _NAMED.fullmatch(title) else title
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
    return title if may_be_title(title) else None
