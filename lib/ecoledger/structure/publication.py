"""When, by whom and where a page was published, from the lines around the report and from the page's head."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NUMBER = re.compile(r"\d+")
_URL = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w./?=&%#:;,~+@-]*)?", re.ASCII)
_FULL_DATE = re.compile(r"((?:19|20)\d{2})[-./年]?(\d{1,2})[-./月]?(\d{1,2})")
# What sites write where they do not know.
_NOBODY = frozenset(("佚名", "未知", "admin", "本站", "网络", "互联网", "原创", "转载", "本站原创"))


@dataclass(frozen=True, slots=True)
class Publication:
    """Publish date, publishing body, author and the address of the first publication; None where not stated."""

    published: dt.date | None
    source: str | None
    author: str | None
    url: str | None


def read_publication(
    lines: Iterable[str], page: Iterable[str], meta: Mapping[str, str], opening: str = ""
) -> Publication:
    """Return what `lines` (dateline first, then the credits) say, else `meta`, else the `opening` of the report.

    Addresses stand anywhere in `page`.
    """
    lines = tuple(lines)
    published = next((day for line in lines if (day := _find_date(line))), None)
    source = next((name for line in lines if (name := _find_name("source", line))), None)
    author = next((name for line in lines if (name := _find_name("author", line))), None)
    return Publication(
        published or _read_date(meta.get("date", "")),
        source or _known(meta.get("source", "")) or _find_sender(opening),
        author or _known(meta.get("author", "")),
        _find_url(page) or meta.get("url"),
    )


def _find_date(line: str) -> dt.date | None:
    for kind in ("published", "bare"):
        for rule in load_rules("dateline"):
            if rule.kind == kind:
                for match in rule.pattern.finditer(line):
                    if day := _date_of(_NUMBER.findall(match.group("date"))):
                        return day
    return None


def _read_date(stated: str) -> dt.date | None:
    match = _FULL_DATE.search(stated)
    return _date_of(match.groups()) if match else None


def _date_of(numbers: Iterable[str]) -> dt.date | None:
    try:
        year, month, day = map(int, numbers)
        return dt.date(year, month, day)
    except ValueError:
        return None


def _find_name(kind: str, line: str) -> str | None:
    for rule in load_rules("dateline"):
        if rule.kind == kind:
            for match in rule.pattern.finditer(line):
                if name := _known(next(filter(None, match.groupdict().values()), "")):
                    return name
    return None


def _find_sender(opening: str) -> str | None:
    """Return the medium that a report opens with (临汾新闻网讯), else None."""
    rule = next(rule for rule in load_rules("dateline") if rule.kind == "opening")
    match = rule.pattern.match(opening)
    return _known(match["source"] or match["agency"]) if match else None


def _known(name: str) -> str | None:
    name = name.strip(" 《》“”、，")
    return name if name and name.lower() not in _NOBODY else None


def _find_url(page: Iterable[str]) -> str | None:
    """Return the address that the page gives as that of the original, else None."""
    for line in page:
        if re.search("原文|来源|本文|链接|网址|转自", line) and (match := _URL.search(line)):
            return match.group()
    return None
