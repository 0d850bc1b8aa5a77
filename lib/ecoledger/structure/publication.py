"""When, by whom and where a page was published, from the lines around the report and from the page's head."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CENTURY = 100
_COMPACT = re.compile(r"\d{8}", re.ASCII)
_LEAF = re.compile(r"\d{1,2} \d{4}", re.ASCII)
_NUMERALS = {numeral: number for number, numeral in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
_NUMBER = re.compile(r"\d+")
_URL = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w./?=&%#:;,~+@-]*)?", re.ASCII)
_FULL_DATE = re.compile(r"((?:19|20)\d{2})[-./年]?(\d{1,2})[-./月]?(\d{1,2})")
_QUOTED = re.compile(r"《([^《》]+)》|“([^“”]+)”")
# What sites write where they do not know.
_NOBODY = frozenset(
    ("佚名", "未知", "不详", "无", "admin", "administrator", "管理员", "站长", "小编", "本站", "本网", "本报", "网络", "网站",
     "互联网", "网络转载", "原创", "转载", "本站原创", "本站编辑", "编辑", "微信公众平台")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publication:
    """Publish date, publishing body, author and the address of the first publication; None where not stated."""

    published: dt.date | None
    source: str | None
    author: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Lines around a report: datelines and credits `above` (the nearest first) and `below` it, and the whole `page`.

    `beside` are the lines before and behind the nearest dateline above.
    """

    above: tuple[str, ...]
    beside: tuple[str, ...]
    below: tuple[str, ...]
    page: tuple[str, ...]
    opening: str
    """The first paragraph of the report."""


def read_publication(lines: Surroundings, meta: Mapping[str, str]) -> Publication:
    """Return what the lines around a report and the head of its page (`meta`) say.

    A labelled date above the report goes before the head's, that before a bare one; what stands below can be the
    site's own, and the day in the address is the last resort. Labelled names go before the head's, those before a
    medium beside the date and the report's opening; the name of the site is the last resort. Addresses stand anywhere
    on the page.
    """
    around = (*lines.above, *lines.below)
    url = _find_url(lines.page) or meta.get("url")
    return Publication(
        _find_published(lines, meta) or _find_date("address", (url or "",)),
        _find_name("source", around)
        or _known(meta.get("source", ""))
        or _find_name("medium", around)
        or _find_name("beside", lines.beside)
        or _find_sender(lines.opening)
        or _known(meta.get("site", "")),
        _find_name("author", around) or _known(meta.get("author", "")),
        url,
    )


def _find_published(lines: Surroundings, meta: Mapping[str, str]) -> dt.date | None:
    return (
        _find_date("published", lines.above)
        or _read_date(meta.get("date", ""))
        or _find_date("bare", lines.above)
        or _find_date("signed", lines.above)
        or _find_date("updated", lines.above)
        or _find_date("published", lines.below)
        or _find_date("bare", lines.below)
        or _find_date("signed", lines.below)
        or _read_date(meta.get("sent", ""))
    )


def _find_date(kind: str, lines: Iterable[str]) -> dt.date | None:
    rules = [rule for rule in load_rules("dateline") if rule.kind == kind]
    for line in lines:
        for match in chain.from_iterable(rule.pattern.finditer(line) for rule in rules):
            if day := _date_of(_read_numbers(match.group("date"))):
                return day
    return None


def _read_date(stated: str) -> dt.date | None:
    match = _FULL_DATE.search(stated)
    return _date_of(match.groups()) if match else None


def _read_numbers(date: str) -> list[str]:
    """Return year, month and day of a date, written in digits, in digits alone, or in Chinese."""
    if _COMPACT.fullmatch(date):
        return [date[:4], date[4:6], date[6:]]
    if _LEAF.match(date):
        day, year, month = _NUMBER.findall(date)
        return [year, month, day]
    if date[0] in _NUMERALS:
        year, *rest = re.split("[年月日]", date)
        return ["".join(str(_NUMERALS[each]) for each in year), *(str(_count(each)) for each in rest[:2])]
    return _NUMBER.findall(date)


def _count(numeral: str) -> int:
    """Return the number of a Chinese numeral below a hundred."""
    tens, ten, ones = numeral.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


def _date_of(numbers: Iterable[str]) -> dt.date | None:
    try:
        year, month, day = map(int, numbers)
        return dt.date(year if year >= _CENTURY else 2000 + year, month, day)
    except ValueError:
        return None


def _find_name(kind: str, lines: Iterable[str]) -> str | None:
    """Return the name that the weightiest rule of `kind` finds, in the first line where it does."""
    lines = tuple(lines)
    for rule in load_rules("dateline"):
        if rule.kind == kind:
            for line in lines:
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
    name = name.strip(" 、，")
    if quoted := _QUOTED.fullmatch(name):
        name = quoted[1] or quoted[2]
    return name if name and name.lower() not in _NOBODY else None


def _find_url(page: Iterable[str]) -> str | None:
    """Return the address that the page gives as that of the original, else None."""
    for line in page:
        if re.search("原文|来源|本文|链接|网址|转自", line) and (match := _URL.search(line)):
            return match.group()
    return None
