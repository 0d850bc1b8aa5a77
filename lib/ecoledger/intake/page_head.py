"""What a page states about its article outside the text: meta tags, the title, the scripts of WeChat."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import html

# Names under which pages of governments and of the press state the facts of an article.
_META = {
    "title": ("articletitle", "og:title", "twitter:title", "dc.title"),
    "date": (
        "pubdate",
        "publishdate",
        "article:published_time",
        "og:release_date",
        "dc.date",
        "datepublished",
    ),
    "source": ("contentsource", "source", "og:site_name"),
    "author": ("author", "og:article:author", "article:author"),
    "url": ("og:url",),
}
_PLATFORMS = frozenset(("微信公众平台", "今日头条", "百家号", "搜狐", "网易", "腾讯网", "澎湃新闻客户端"))
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_PART = re.compile(r"\s*[-_|｜—–·]+\s*")
_FEWEST = 6
_CREATED = re.compile(r"""\b(?:ct|create_time|oriCreateTime)\b\s*[=:]\s*["'](\d{10})["']""")
_CHINA = dt.timezone(dt.timedelta(hours=8))


def read_head(root: html.HtmlElement, lines: Iterable[str]) -> dict[str, str]:
    """Return title, date, source, author and url as far as the page states them; `lines` are those of its text."""
    stated = _read_meta(root)
    meta = {
        key: next(stated[name] for name in names if name in stated)
        for key, names in _META.items()
        if any(name in stated for name in names)
    }
    title = _SPACE.sub(" ", root.findtext(".//title") or "").strip()
    if title:
        meta.setdefault("title", _find_part(title, lines))
    if meta.get("source") in _PLATFORMS:
        del meta["source"]
    return {**meta, **_read_wechat(root)}


def _read_meta(root: html.HtmlElement) -> dict[str, str]:
    stated: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
        content = _SPACE.sub(" ", element.get("content") or "").strip()
        if name and content:
            stated.setdefault(name, content)
    return stated


def _find_part(title: str, lines: Iterable[str]) -> str:
    """Return the part of `title` that stands behind the name of the site and is a line of the page, else `title`."""
    parts = {part for part in _PART.split(title)[1:] if len(part) >= _FEWEST}
    return next((line for line in lines if line in parts), title)


def _read_wechat(root: html.HtmlElement) -> dict[str, str]:
    """Return account and day of an article of WeChat: as fetched, the day stands in a script alone."""
    if root.find(".//*[@id='js_content']") is None:
        return {}
    found: dict[str, str] = {}
    account = root.find(".//*[@id='js_name']")
    if account is not None and (name := _SPACE.sub(" ", "".join(map(str, account.itertext()))).strip()):
        found["source"] = name
    for script in root.iter("script"):
        if match := _CREATED.search(script.text or ""):
            found["date"] = dt.datetime.fromtimestamp(int(match.group(1)), _CHINA).date().isoformat()
            break
    return found
