"""The lines of a text that ran into the margin of the page they were copied from."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from ecoledger.restore.reading import HAN

ITEM = re.compile(
    r"[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})[）)、．]|\d{1,3}\.(?!\d)|第[一二三四五六七八九十百\d]{1,4}[条章节项款]"
    r"|(?:19|20)\d\d[-/.]|[①-⑳●■◆★▲△○□◇※•·*\-—–|｜【\[]"
)
MARKS = re.compile("[，。；、！？]")
INSIDE = re.compile(rf"[{HAN}0-9A-Za-z”》）%]$")
_FULL = 18  # characters: a shorter line is a heading, not a line that ran into the margin
_MARGIN = (
    1.5  # characters: marks that may not begin a line are taken over, numbers that may not be cut are not
)
_RUN = 3
_MANY = 5  # lines of one width that make it the page's
_WIDEST = 60  # characters: longer lines are paragraphs


class Row(NamedTuple):
    """The line `[start, end)` of a text without its indent; `apart` when a paragraph is set off before it."""

    start: int
    end: int
    text: str
    apart: bool


def find_margin(rows: list[Row]) -> set[int]:
    """Return the rows behind lines that run into a margin: neighbours of one width, or the width of the whole page."""
    widths = [_width(row.text) for row in rows]
    page = _page_width([_width(row.text) for row in rows if MARKS.search(row.text)])
    found: set[int] = set()
    run: list[int] = []
    for number, (row, after) in enumerate(pairwise(rows)):
        full = (
            widths[number] >= _FULL
            and INSIDE.search(row.text) is not None
            and not after.apart
            and not ITEM.match(after.text)
        )
        if full and page and abs(widths[number] - page) <= _MARGIN:
            found.add(number + 1)
        if full and run and abs(widths[run[-1]] - widths[number]) <= _MARGIN:
            run.append(number)
            continue
        found |= _runs_on(rows, run)
        run = [number] if full else []
    return found | _runs_on(rows, run)


def _page_width(widths: list[float]) -> float:
    """Return the width to which a page was wrapped: that of its widest lines where many lines have it, else 0."""
    widest = max(widths, default=0.0)
    full = sum(widest - width <= _MARGIN for width in widths)
    long = sum(width >= widest / 2 for width in widths)
    return widest if _FULL <= widest <= _WIDEST and full >= _MANY and full * 2 > long else 0.0


def _runs_on(rows: list[Row], run: list[int]) -> set[int]:
    """Return the rows behind the lines `run`, none where they may be headings."""
    last = rows[run[-1] + 1].text if run else ""
    sentences = sum(MARKS.search(rows[number].text) is not None for number in run)
    many = (len(run) >= _RUN and sentences * 2 >= len(run)) or (
        len(run) == _RUN - 1 and sentences == len(run) and last.endswith("。")
    )
    return {number + 1 for number in run} if many else set()


def _width(line: str) -> float:
    """Return the width of `line` in Chinese characters, of three bytes each; others are half as wide."""
    return len(line) / 2 + (len(line.encode("utf-8", "replace")) - len(line)) / 4
