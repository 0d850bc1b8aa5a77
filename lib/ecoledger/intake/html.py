"""Reads a web page into lines of text in reading order, and what its head says about title, date and source.

Only what a reader cannot see is left out; where the body of the report stands is found later, from the lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|meta|table|section|article|title|span|br)\b[^<>]*/?>", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_INVISIBLE = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "canvas",
        "audio",
        "video",
        "map",
    ]
)
_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
        "details",
        "summary",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SEAM = "\x1f"  # between neighbours in a line: a gap to the eye in a dateline, none in running text
_SEAMS = re.compile(f"{_SEAM}+")
_DATELINE = re.compile(r"(?:19|20)\d\d *[-/.年] *\d{1,2}")
_LONGEST_DATELINE = 120
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

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
    "source": ("contentsource", "source", "og:site_name", "article:author"),
    "author": ("author", "og:article:author", "article:author"),
}


def looks_like_html(text: str) -> bool:
    """Return whether `text` is a page: tags near its beginning, or many of them."""
    return _TAG.search(text[:2000]) is not None or len(_TAG.findall(text)) > 5


def read_html(text: str) -> tuple[str, dict[str, str]]:
    """Return the visible text, a block of the page on a line, and title, date, source, author of its head."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "", {}
    meta = _read_meta(root)
    body = root.find("body")
    lines = "".join(_walk(root if body is None else body)).split("\n")
    return "\n".join(line for line in map(_join_seams, lines) if line), meta


def _join_seams(line: str) -> str:
    dateline = len(line) < _LONGEST_DATELINE and _DATELINE.search(line) is not None
    return _SPACE.sub(" ", _SEAMS.sub(" " if dateline else "", line)).strip(" ")


def _walk(root: html.HtmlElement) -> Iterator[str]:
    """Yield the words of the page with a line break around every block; no recursion, pages nest deeply."""
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        block = element.tag in _BLOCK
        if done:
            yield "\n" if block else _SEAM
            yield _SPACE.sub(" ", element.tail or "")
            continue
        if not isinstance(element.tag, str) or element.tag in _INVISIBLE or _is_hidden(element):
            yield _SPACE.sub(" ", element.tail or "")
            continue
        if element.tag == "br" or block:
            yield "\n"
        yield _SPACE.sub(" ", element.text or "") if element.tag != "pre" else (element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _is_hidden(element: html.HtmlElement) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _read_meta(root: html.HtmlElement) -> dict[str, str]:
    stated: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
        content = _SPACE.sub(" ", element.get("content") or "").strip()
        if name and content:
            stated.setdefault(name, content)
    meta = {
        key: next(stated[name] for name in names if name in stated)
        for key, names in _META.items()
        if any(name in stated for name in names)
    }
    title = root.findtext(".//title")
    if title and title.strip():
        meta.setdefault("title", _SPACE.sub(" ", title).strip())
    return meta
