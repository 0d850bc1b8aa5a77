"""Where the report begins and ends among the lines of its page."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from ecoledger.structure.title import is_stated, may_be_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.structure.line import Line

CLOSING = ("end", "contact")
"""Kinds of lines below which, as a rule, nothing belongs to the report."""
_OPENS = re.compile(
    r"^[^：:。]{0,60}(?:政府|委员会|[局厅委办]|部门|单位|同志们|代表|[）)])[：:] *$"
    r"|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。]{2,40}$"
)
"""Those addressed (各县区生态环境局：) and the heading of a first chapter stand above sentences and belong to them."""
_ANNEX = re.compile(
    r"^附 ?[件表录] ?[\d一二三四五六七八九十]{0,2} ?(?:[：:].{0,60})?$"
    r"|(?:意见|方案|办法|规划|计划|规定|细则|条例|导则|清单|要点|通知|草案)(?:[（(][^（）()]{2,12}[）)])?$"
)
_CALLS = re.compile("^[^。；]{6,60}[！？]$")
_LEAD = re.compile(
    r"^ ?(?:[^，。]{0,12}讯|[^，。]{2,20}[日月][^，。]{0,6}电|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|[昨今][日天](?=[，上下]))"
)
"""How a report of news opens."""
_ANNEX_BELOW = 16  # lines below the contacts in which an annex and its first sentence begin
_MOST = 0.8  # of the sentences stand below title and dateline; above them only slogans
_ENOUGH = 0.3  # of the sentences of the largest block: a notice of the site can be longer than a short report


def find_extent(lines: Sequence[Line], stated: str) -> tuple[int, int]:
    """Return the numbers of the first line of the body and of the line behind its last one.

    `stated` is the title in the page's own head; where it stands above most of the sentences, the body is below it.
    """
    first, last = max(_blocks(lines), key=lambda block: block[0])[1]
    anchors = [number for number in range(first, last) if lines[number].kind == "dateline"]
    anchors += [number for number in range(first, last) if is_stated(lines[number].text, stated)][:1]
    whole = _sentences(lines[first:last])
    above = [number for number in anchors if _sentences(lines[number + 1 : last]) >= _MOST * whole]
    first = max(above, default=first - 1) + 1
    prose = [number for number in range(first, last) if lines[number].kind == "prose"]
    if not prose:
        return last, last
    opening = prose[1] if not stated and _is_headline(lines, prose) else prose[0]
    while opening > first and lines[opening - 1].kind == "other" and _OPENS.search(lines[opening - 1].text):
        opening -= 1
    return opening, prose[-1] + 1


def _is_headline(lines: Sequence[Line], prose: Sequence[int]) -> bool:
    """Return whether the first sentence is the title: an exclamation, where none stands above, before a news lead."""
    if len(prose) < 2 or prose[1] != prose[0] + 1:
        return False
    line, below = lines[prose[0]].text, lines[prose[1]].text
    above = any(line.kind == "other" and may_be_title(line.text) for line in lines[: prose[0]])
    return (
        not above
        and _CALLS.search(line) is not None
        and may_be_title(line)
        and _LEAD.search(below) is not None
    )


def _blocks(lines: Sequence[Line]) -> list[tuple[bool, tuple[int, int]]]:
    """Return the stretches between lines that open a site's own matter, each with whether it has enough sentences.

    The first that has enough is the report.
    """
    ends = [number for number in range(len(lines)) if _closes(lines, number)]
    blocks = list(zip([0, *(n + 1 for n in ends)], [*ends, len(lines)], strict=True))
    most = max(_sentences(lines[a:b]) for a, b in blocks)
    return [(_sentences(lines[a:b]) >= _ENOUGH * most, (a, b)) for a, b in blocks]


def _sentences(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if line.kind == "prose")


def _closes(lines: Sequence[Line], number: int) -> bool:
    """Return whether the report ends above the line: contacts end it but where a letter goes on or has an annex."""
    if lines[number].kind != "contact":
        return lines[number].kind == "end"
    below = list(dropwhile(lambda line: line.kind == "contact", lines[number : number + _ANNEX_BELOW]))
    head = list(takewhile(lambda line: line.kind in ("frame", "other"), below))
    goes_on = len(head) < len(below) and below[len(head)].kind == "prose"
    return not goes_on or (bool(head) and not any(_heads(line.text) for line in head))


def _heads(line: str) -> bool:
    return _ANNEX.search(line) is not None or _OPENS.search(line) is not None
