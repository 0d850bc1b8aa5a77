"""What the elements of a page are to the eye: blocks of their own, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import html

BLOCK = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
     "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tfoot", "thead", "tr",
     "ul", "caption", "details", "summary")
)  # fmt: skip
"""Elements that begin and end a line."""

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "svg",
     "math", "select", "option", "textarea", "input", "button", "canvas", "audio", "video", "map")
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SHOWN_LATER = ("js_content",)  # WeChat hides the body until its scripts have run


def is_unseen(element: html.HtmlElement) -> bool:
    """Return whether a reader of the page does not see `element`: a script, a comment, something hidden."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("id") in _SHOWN_LATER:
        return False
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None
