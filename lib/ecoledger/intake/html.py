"""Reads a web page into lines of text, and what its head says about title, date and source.

Only what a reader cannot see is left out; where the body of the report stands is found later, from the lines. What
stands beside the report comes after it, so that a box in its middle or a column before it does not break it.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from lxml import etree, html

from ecoledger.intake.beside import find_beside, has_sentence
from ecoledger.intake.page_element import BLOCK, is_unseen
from ecoledger.intake.page_head import read_head
from ecoledger.intake.page_tag import refuse_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b[^<>]*>", re.I)
_TAG = re.compile(
    r"</?(?:div|p|table|tbody|tr|td|th|section|article|span|br|font|b|strong|em|i|u|a|img|h[1-6]|ul|ol|li|dl|dt|dd|pre"
    r"|center|blockquote|hr|script|style|figure)\b[^<>]*>",
    re.I,
)
_FEWEST_TAGS = 3
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TOO_DEEP = "Excessive depth"  # libxml2 drops what nests deeper than 2048 elements: better lines than nothing
_ANY_TAG = re.compile(r"<script\b.*?</script>|<style\b.*?</style>|<[^<>]*>", re.I | re.S)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SEAM = "\x1f"  # between neighbours in a line: a gap to the eye in a dateline, none in running text
_SEAMS = re.compile(f"{_SEAM}+")
_DATELINE = re.compile(
    rf"(?:19|20)\d\d *[-/.年] *\d{{1,2}}|\b\d\d-\d\d-\d\d \d\d:\d\d|(?:^|[ {_SEAM}])\d\d[-/]\d\d \d\d:\d\d"
    rf"|(?:19|20)\d\d[ {_SEAM}]+\d\d[ {_SEAM}]*/[ {_SEAM}]*\d\d[ {_SEAM}]+\d\d:"
)
_LONGEST_DATELINE = 120
_HEADING_ABOVE = 3  # elements between a heading and a line break in it
_CELL = "\x1e"  # behind a cell of a table, a term of a list
_LABEL_CELL = re.compile(rf"((?:^|[\n{_CELL}])[^\n{_CELL}]{{1,12}}[：:])[ \t\xa0\u3000{_SEAM}]*{_CELL}")
# Names of facts that stand in a cell or an element of their own without a colon, in either script.
_BARE_LABEL = re.compile(
    rf"((?:^|[\n{_CELL}])[ \xa0\u3000{_SEAM}]*(?:[发發][布佈](?:机构|機構|单位|單位|部门|部門|日期|时间|時間)|[发發]文(?:机关|機關|日期)|公开日期|成文日期"
    rf"|(?:信息|文章|新闻)?[来來]源|稿源|作者|[标標][题題]|名[ \xa0\u3000]*[称稱]))[ \t\xa0\u3000]*[{_CELL}{_SEAM}]+(?=[^\n{_CELL}])"
)
REST = "─" * 12
"""Stands before what a page holds beside the report, where that has sentences of its own: a rule, for words would be ours."""


def looks_like_html(text: str) -> bool:
    """Return whether `text` is a page, or a piece of one: wrapped in tags, or with a tag to every second line.

    A tag or two that strayed into a plain text do not make it a page: its lines would run together.
    """
    if _DOCUMENT.search(text[:2000]):
        return True
    whole = text.strip()
    tags = len(_TAG.findall(whole))
    if tags > 1 and whole.endswith(">") and _TAG.match(whole):
        return True
    return tags >= max(_FEWEST_TAGS, sum(1 for line in whole.split("\n") if line.strip()) / 2)


def read_html(text: str, name: str) -> tuple[str, dict[str, str]]:
    """Return the visible text, a block of the page on a line, and title, date, source, author of its head.

    Raises UnreadableError where the page `name` has too many tags or attributes.
    """
    refuse_tags(text, name)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "", {}
    if any(_TOO_DEEP in error.message for error in parser.error_log):
        return _ANY_TAG.sub("\n", text), {}
    body = root.find("body")
    body = root if body is None else body
    beside = find_beside(body)
    lines = _read_lines(_walk(body, frozenset(beside)))
    around = _read_lines(chain.from_iterable(_walk(box, frozenset()) for box in beside))
    if lines and any(map(has_sentence, around)):
        lines.append(REST)
    lines += around
    return "\n".join(lines), read_head(root, lines)


def _read_lines(words: Iterable[str]) -> list[str]:
    text = _LABEL_CELL.sub(r"\1", "".join(words))
    lines = _BARE_LABEL.sub(r"\1：", text).replace(_CELL, "\n").split("\n")
    return [line for line in map(_join_seams, lines) if line]


def _join_seams(line: str) -> str:
    dateline = len(line) < _LONGEST_DATELINE and _DATELINE.search(line) is not None
    return _SPACE.sub(" ", _SEAMS.sub(" " if dateline else "", line)).strip(" ")


def _is_heading(line_break: html.HtmlElement) -> bool:
    """Return whether `line_break` stands in a heading: a title in two lines is one."""
    return any(above.tag in ("h1", "h2") for above in islice(line_break.iterancestors(), _HEADING_ABOVE))


def _walk(root: html.HtmlElement, left_out: frozenset[html.HtmlElement]) -> Iterator[str]:
    """Yield the words below `root`, a line break around every block; no recursion, pages nest deeply."""
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        block = element.tag in BLOCK
        tail = _SPACE.sub(" ", element.tail or "") if element is not root else ""
        if done:
            yield (_CELL if element.tag in ("td", "th", "dt") else "\n") if block else _SEAM
            yield tail
            continue
        if is_unseen(element):
            yield tail
            continue
        if element in left_out:
            yield "\n"
            yield tail
            continue
        if element.tag == "br" and _is_heading(element):
            yield " "
        elif element.tag == "br" or (block and element.tag not in ("td", "th", "dd")):
            yield "\n"
        yield _SPACE.sub(" ", element.text or "") if element.tag != "pre" else (element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
