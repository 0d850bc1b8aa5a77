"""What a page states about its article outside the text: meta tags, the title, the scripts of WeChat."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice
from typing import TYPE_CHECKING

from ecoledger.intake.linked_data import read_linked_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import html

# Names under which pages of governments and of the press state the facts of an article, the weightiest first:
# the standard for government sites, Dublin Core, Open Graph, and those of large news sites and of their systems.
_META = {
    "title": ("articletitle", "dc.title", "dcterms.title", "headline", "og:title", "twitter:title"),
    "date": (
        "pubdate", "publishdate", "publish_date", "publish-date", "publishtime", "publish_time", "publicationdate",
        "firstpublishedtime", "article:published_time", "bytedance:published_time", "weibo:article:create_at",
        "apub:time", "og:release_date", "og:pubdate", "datepublished", "dc.date.issued", "dcterms.issued",
        "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "dateupdate", "createdate",
    ),
    "source": (
        "contentsource", "source", "articlesource", "article:source", "mediaid", "dc.source", "dcterms.source",
        "dc.publisher", "dcterms.publisher", "publisher",
    ),
    "author": ("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "byl"),
    "site": ("og:site_name",),
    "url": ("og:url",),
}  # fmt: skip
_PLATFORMS = frozenset(("微信公众平台", "今日头条", "百家号", "搜狐", "网易", "腾讯网", "澎湃新闻客户端"))
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u3000]+")
_BOUND = frozenset(" -_|｜—–·:：»>/《》【】")
_HAN = re.compile("[\u3400-\u9fff]")
_PART = re.compile(r"[-_|｜—–·»\s]+")
_SITE = re.compile(
    r"([\u4e00-\u9fff]{2,14}?(?:网|报|报社|[局厅台]|委员会|人民政府|办公室|融媒体?(?:中心)?|在线|新闻社))"
    r"(?:数字报刊?(?:平台)?|电子[报版]|门户网站|门户|官网|网站)?"
)
_FEWEST = 6
_LONGEST = 500
_MOST_HEADINGS = 4
_PROPERTIES = frozenset(("headline", "datepublished", "author", "publisher"))
_ADDRESS = re.compile(r"https?://|^[\w.-]+\.(?:cn|com|net|org)\b")
_CREATED = re.compile(r"""\b(?:ct|create_time|oriCreateTime)\b\s*[=:]\s*["'](\d{10})["']""")
_CHINA = dt.timezone(dt.timedelta(hours=8))


def read_head(root: html.HtmlElement, lines: Sequence[str]) -> dict[str, str]:
    """Return title, date, source, author, site and url as far as the page states them; `lines` are those of its text."""
    stated = _read_meta(root)
    meta = {
        key: next(stated[name] for name in names if name in stated)
        for key, names in _META.items()
        if any(name in stated for name in names)
    }
    for key, words in read_linked_data(root).items():
        meta.setdefault(key, words)
    for key in ("source", "author", "site"):
        if key in meta and (meta[key] in _PLATFORMS or _ADDRESS.search(meta[key])):
            del meta[key]
    title = _SPACE.sub(" ", (root.findtext(".//title") or "")[:_LONGEST]).strip()
    seen = [*filter(None, (meta.get("title"), title))]
    if found := _find_line(seen, lines) or meta.get("title") or _find_heading(root, lines) or title:
        meta["title"] = found
        if site := _find_site(title, found):
            meta.setdefault("site", site)
    return {**meta, **_read_wechat(root)}


def _read_meta(root: html.HtmlElement) -> dict[str, str]:
    stated: dict[str, str] = {}
    for element in root.iter("meta", "time", "span", "h1", "h2"):
        name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
        if not name or name in stated or (element.tag != "meta" and name not in _PROPERTIES):
            continue
        content = element.get("content") or element.get("datetime") or ""
        if element.tag != "meta" and not content:
            content = "".join(map(str, element.itertext()))
        if content := _SPACE.sub(" ", content[:_LONGEST]).strip():
            stated[name] = content
    return stated


def _find_line(stated: Sequence[str], lines: Sequence[str]) -> str:
    """Return the line of the page that a stated title names, without site and column, else nothing.

    A site's own name can be a line as well: the longest line is the title. One in two lines has a blank between.
    """
    for title in stated:
        plain = [
            line.replace(" ", "") if line not in title else line for line in lines if len(line) < _LONGEST
        ]
        named = [
            line for line in plain if len(line) >= _FEWEST and line in title and _is_bounded(line, title)
        ]
        longest = max(named, key=len, default="")
        if longest and 2 * len(longest) >= max(map(len, _PART.split(title))):
            return longest
    return ""


def _find_heading(root: html.HtmlElement, lines: Sequence[str]) -> str:
    """Return the words of the only heading of the first rank that has one, else nothing."""
    for rank in ("h1", "h2"):
        ranked = list(islice(root.iter(rank), _MOST_HEADINGS))
        found = {_SPACE.sub(" ", "".join(map(str, each.itertext()))).strip() for each in ranked}
        found = {words for words in found if len(_HAN.findall(words)) >= _FEWEST}
        if found:
            return found.pop() if len(found) == 1 and not found.isdisjoint(lines) else ""
    return ""


def _find_site(title: str, found: str) -> str:
    """Return the part of the page's title beside the `found` one that is named as a site, a medium or an organ."""
    parts = _PART.split(title.replace(found, " ", 1)) if found in title else []
    return next((match[1] for part in reversed(parts) if (match := _SITE.fullmatch(part))), "")


def _is_bounded(line: str, title: str) -> bool:
    start = title.find(line)
    end = start + len(line)
    return (start == 0 or title[start - 1] in _BOUND) and (end == len(title) or title[end] in _BOUND)


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
