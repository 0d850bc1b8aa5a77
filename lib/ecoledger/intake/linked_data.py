"""What scripts of linked data (JSON-LD) on a page state about its article.

Names of properties: schema.org (NewsArticle) and the form that Chinese search engines ask for (title, pubDate).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import html

_KIND = "application/ld+json"
_PROPERTIES = {
    "title": ("headline", "title"),
    "date": ("datePublished", "pubDate", "dateCreated"),
    "source": ("sourceOrganization", "publisher", "provider"),
    "author": ("author", "creator"),
}
_MOST_NODES = 2_000
_LONGEST = 500


def read_linked_data(root: html.HtmlElement) -> dict[str, str]:
    """Return title, date, source and author as the first article in the page's scripts states them."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == _KIND:
            for node in _list_nodes(script.text or ""):
                if any(name in node for name in _PROPERTIES["date"]):
                    return {
                        key: words for key, names in _PROPERTIES.items() if (words := _first(node, names))
                    }
    return {}


def _list_nodes(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects in `script` from the outside in; a script that is no JSON has none."""
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _first(node: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((words for name in names if (words := _name(node.get(name)))), "")


def _name(value: object) -> str:
    """Return the words of a value: itself, its name, or those of the first in a list."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""
