"""Finds what stands beside the report on a page: menus, boxes and cards of other news, comments, the foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.intake.card import find_cards
from ecoledger.intake.page_element import is_unseen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import html

_TAGS = frozenset(("nav", "aside", "footer"))
# Words in names of classes and ids, as sites and their systems use them.
_NAMES = frozenset(
    ("nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "side", "sidebar", "aside",
     "related", "relate", "relevant", "recommend", "recommended", "recom", "rank", "ranking", "hot", "comment",
     "comments", "foot", "footer", "copyright", "share", "bdsharebuttonbox", "bdshare", "tags", "login", "disclaimer",
     "friendlink", "friendlinks", "qrcode", "xgxw", "xgyd", "xgwd", "tjyd", "tuijian", "paihang")
)  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_LINKED = 0.8  # of the characters of a box are links: a list, no text
_FEWEST_LINKS = 3
_DATE = re.compile(r"(?:19|20)\d\d *[-/.年]")
_TITLED_LINKS, _SHORTEST_TITLE = 2, 8  # two links are a list where they are as long as titles
_MOST_PROSE = 0.7  # of the page's sentences; a box with more holds the report whatever it is called
_FEWEST_SENTENCE = 10  # characters in an element with a full stop


def find_beside(root: html.HtmlElement) -> tuple[html.HtmlElement, ...]:
    """Return the outermost elements below `root` that stand beside the report.

    Those behind its first sentence come first: the foot of a page ends the report, a column before it does not.
    """
    lengths, links, prose, counts = _measure(root)
    whole = prose.get(root, 0)
    cards = find_cards(root, prose)
    above: list[html.HtmlElement] = []
    below: list[html.HtmlElement] = []
    begun = False
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        if is_unseen(element):
            continue
        listed = links[element] >= _LINKED * lengths[element] and _has_titles(element, links, counts)
        if (listed or element in cards or _is_named(element)) and prose.get(
            element, 0
        ) <= _MOST_PROSE * whole:
            (below if begun else above).append(element)
        else:
            begun = begun or _sentence(element.text or "") > 0
            stack.extend(reversed(element))
        begun = begun or _sentence(element.tail or "") > 0
    return (*below, *above)


def _has_titles(
    element: html.HtmlElement, links: Mapping[html.HtmlElement, int], counts: Mapping[html.HtmlElement, int]
) -> bool:
    """Return whether the links of `element` are many, or two as long as titles; a linked date is a dateline's."""
    count, linked = counts.get(element, 0), links[element]
    if count >= _FEWEST_LINKS or count < _TITLED_LINKS or linked < _SHORTEST_TITLE * count:
        return count >= _FEWEST_LINKS
    return _DATE.search("".join(map(str, element.itertext()))) is None


def has_sentence(text: str) -> bool:
    """Return whether a line of `text` is long enough for a sentence and marked as one."""
    return any(_sentence(line) for line in text.split("\n"))


def _is_named(element: html.HtmlElement) -> bool:
    if element.tag in _TAGS:
        return True
    if element.tag in ("body", "article", "main", "a", "p", "span"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return bool(_NAMES.intersection(_WORD.findall(names)))


def _measure(
    root: html.HtmlElement,
) -> tuple[
    dict[html.HtmlElement, int],
    dict[html.HtmlElement, int],
    dict[html.HtmlElement, int],
    dict[html.HtmlElement, int],
]:
    """Return for each element the characters in it, those in links, those of sentences, and how many links it has."""
    lengths: dict[html.HtmlElement, int] = {}
    links: dict[html.HtmlElement, int] = {}
    prose: dict[html.HtmlElement, int] = {}
    counts: dict[html.HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        seen = isinstance(element.tag, str) and element.tag not in ("script", "style")
        own = (element.text or "").strip() if seen else ""
        tail = (element.tail or "").strip()
        lengths[element] = lengths.get(element, 0) + len(own)
        prose[element] = prose.get(element, 0) + _sentence(own)
        counts.setdefault(element, 0)
        links.setdefault(element, 0)
        if element.tag == "a":
            links[element], counts[element], prose[element] = lengths[element], 1, 0
        parent = element.getparent()
        if parent is None or element is root:
            continue
        lengths[parent] = lengths.get(parent, 0) + lengths[element] + len(tail)
        prose[parent] = prose.get(parent, 0) + prose[element] + _sentence(tail)
        links[parent] = links.get(parent, 0) + links[element]
        counts[parent] = counts.get(parent, 0) + counts[element]
    return lengths, links, prose, counts


def _sentence(text: str) -> int:
    return len(text) if len(text) >= _FEWEST_SENTENCE and ("。" in text or "，" in text) else 0
