"""A report as one record of named fields: a row of a table, a line of JSONL."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from ecoledger.intake.html import looks_like_html, read_html

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = ("title", "date", "source", "author", "url", "text")
"""What a record holds, in the order in which it is written."""

# Headings that tables of reports carry, compared without blanks and in lower case; the first one present counts.
HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": ("正文", "报道正文", "新闻正文", "文章正文", "正文内容", "内容", "全文", "报道内容", "文章内容",
                 "新闻内容", "文本", "报道", "text", "content", "body", "article", "html", "正文html"),
        "title": ("标题", "题目", "报道标题", "新闻标题", "文章标题", "名称", "title", "headline", "articletitle",
                  "subject"),
        "date": ("日期", "发布日期", "发布时间", "发表时间", "刊发日期", "报道日期", "报道时间", "时间", "date",
                 "published", "pubdate", "publish_date", "published_at", "publishdate", "pub_date", "time"),
        "source": ("来源", "发布机构", "发布单位", "来源网站", "稿源", "信息来源", "媒体", "媒体名称", "网站", "网站名称",
                   "source", "publisher", "site", "contentsource"),
        "author": ("作者", "记者", "撰稿", "author", "byline"),
        "url": ("网址", "链接", "地址", "原文链接", "原文地址", "原文网址", "url", "link", "href"),
    }
)  # fmt: skip
_KNOWN = frozenset(name for names in HEADINGS.values() for name in names)


def find_columns(headings: list[str], given: Mapping[str, str]) -> dict[str, int]:
    """Return the place of each field among `headings`; `given` names headings for fields and goes first.

    A field for which "" is given has no column, whatever the headings say.
    """
    plain = [_plain(heading) for heading in headings]
    columns: dict[str, int] = {}
    if not given and _KNOWN.isdisjoint(plain):
        return columns
    for field in FIELDS:
        if given.get(field) == "":
            continue
        names = (_plain(given[field]),) if field in given else HEADINGS[field]
        place = next((plain.index(name) for name in names if name in plain), None)
        if place is not None:
            columns[field] = place
    return columns


def _plain(heading: str) -> str:
    return "".join(heading.split()).strip("\ufeff*：:").lower()


def as_record(values: Mapping[str, str]) -> bytes:
    """Return the record of `values` (fields of FIELDS) as bytes: one line of JSON, always the same for the same values."""
    kept = {field: _clean(values[field]) for field in FIELDS if values.get(field, "").strip()}
    return json.dumps(kept, ensure_ascii=False).encode()


def _clean(text: str) -> str:
    return text.strip().encode("utf-8", "replace").decode()


def read_record(text: str, name: str) -> tuple[str, dict[str, str]] | None:
    """Return body and other fields of a record, None where `text` is none. A body of HTML is read as a page.

    Raises UnreadableError where that page is too large; `name` is for the message.
    """
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return None
    try:
        values = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    fields = read_fields(values, {}) if isinstance(values, dict) else {}
    if "text" not in fields:
        return None
    body = fields.pop("text")
    meta: dict[str, str] = {}
    if looks_like_html(body):
        body, meta = read_html(body, name)
    return body, {**meta, **fields}


def read_fields(values: Mapping[str, object], given: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a JSON object that are known or `given`."""
    keys = list(values)
    columns = find_columns(keys, given)
    words = {field: values[keys[place]] for field, place in columns.items()}
    return {field: str(word) for field, word in words.items() if isinstance(word, str | int | float)}
