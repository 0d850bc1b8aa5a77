"""Finds rows of cards on a page: other articles, each with a heading and a first sentence, in boxes of one make."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from ecoledger.intake.page_element import BLOCK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import html

_FEWEST_CARDS = 3
_FEWEST_PARTS = 2  # a heading and a digest
_LONGEST_DIGEST = 200
_CONTENT = re.compile(
    r"(?:^|[\W_])(?:js_content|content|article|text|txt|zoom|ozoom|editor|detail|con)(?:$|[\W_])", re.I
)


def find_cards(root: html.HtmlElement, prose: Mapping[html.HtmlElement, int]) -> frozenset[html.HtmlElement]:
    """Return the elements below `root` that are cards; `prose` counts the characters of sentences in each element.

    What shares a box of content with the largest run of sentences belongs to the report, however it is boxed.
    """
    kept = _find_kept(root, prose)
    cards: list[html.HtmlElement] = []
    stack = [root]
    while stack:
        parent = stack.pop()
        for _, run in groupby(parent, key=lambda child: (child.tag, child.get("class"))):
            row = list(run)
            if len(row) >= _FEWEST_CARDS and all(_is_card(each, prose) and each not in kept for each in row):
                cards += row
        stack.extend(child for child in parent if len(child) and not (child in kept and _is_content(child)))
    return frozenset(cards)


def _find_kept(root: html.HtmlElement, prose: Mapping[html.HtmlElement, int]) -> frozenset[html.HtmlElement]:
    """Return the element with most sentences right below it, and what it stands in."""
    largest, main = 0, root
    for element in root.iter():
        run = sum(prose.get(child, 0) for child in element if _is_plain(child))
        if run > largest:
            largest, main = run, element
    return frozenset((main, *main.iterancestors()))


def _is_plain(element: html.HtmlElement) -> bool:
    """Return whether `element` holds words and no boxes."""
    return not any(child.tag in BLOCK for child in element)


def _is_card(element: html.HtmlElement, prose: Mapping[html.HtmlElement, int]) -> bool:
    parts = sum(child.tag in BLOCK for child in element)
    return element.tag in BLOCK and parts >= _FEWEST_PARTS and 0 < prose.get(element, 0) <= _LONGEST_DIGEST


def _is_content(element: html.HtmlElement) -> bool:
    if element.tag in ("article", "main"):
        return True
    return _CONTENT.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
