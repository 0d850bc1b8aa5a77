"""Refuses a page whose tags would take its parser without end, before it is parsed into a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ecoledger.errors import UnreadableError
from ecoledger.intake.limit import MAX_ATTRIBUTES, MAX_TAGS

if TYPE_CHECKING:
    from collections.abc import Mapping

_HARMLESS = 40_000  # characters; no shorter page has attributes enough


class _WideTagError(Exception):
    """A tag has more attributes than any page needs."""


class _Target:
    """Takes the tags of a page one by one, as its parser reads them, and builds nothing."""

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:  # noqa: ARG002 - lxml's signature
        """Refuse a tag that is too wide."""
        if len(attrib) > MAX_ATTRIBUTES:
            raise _WideTagError

    def close(self) -> None:
        """End the page."""


def refuse_tags(text: str, name: str) -> None:
    """Raise UnreadableError where the page `text` has too many tags, or a tag too many attributes.

    A tag takes a hundred times its size in memory; attributes take time that grows with the square of their number.
    """
    if text.count("<") > MAX_TAGS:
        raise UnreadableError(
            "too_large", f"“{name}”的网页标签超过{MAX_TAGS}个的上限：请只保留报道正文后再导入。"
        )
    if len(text) < _HARMLESS:
        return
    try:
        etree.fromstring(text, etree.HTMLParser(target=_Target(), huge_tree=True))  # type: ignore[arg-type]  # lxml asks only for what a target wants to hear; its stubs for all
    except _WideTagError:
        raise UnreadableError(
            "too_large",
            f"“{name}”的一个网页标签有超过{MAX_ATTRIBUTES}个属性，可能是恶意文件，已拒绝：请核实来源。",
        ) from None
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return  # the reader of the page says so
