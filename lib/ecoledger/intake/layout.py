"""Words placed on pages → paragraphs: columns in reading order, running heads and page numbers out, lines joined."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ecoledger.intake.column import order_segments
from ecoledger.intake.fragment import Fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Row = list[Fragment]  # the segments of one row, from the left

_PAGE_NUMBER = re.compile(
    r"[-—–－·•~\s]*(?:第\s*)?(?:[0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*页)?"
    r"(?:\s*[/／,，|]?\s*(?:共|of)?\s*[0-9]{1,4}(?:\s*页)?)?[-—–－·•~\s]*",
    re.I,
)
_NUMBER = re.compile(r"[0-9０-９]+")
_SMALLEST, _FARTHEST = 0.1, 1e6  # in points or millimetres
_EDGE_ROWS = 2  # running heads stand in the first or last rows of a page
# What a browser prints around a page: the day of printing above, address and page number below.
_PRINTED_HEAD = re.compile(r"\d{1,4}[/年-]\d{1,2}[/月-]\d{1,4}日?[,，]? ?(?:上午|下午)? ?\d{1,2}:\d{2}")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S*(?:\s+\d+/\d+)?")
_LATIN = re.compile(r"[A-Za-z]")
_ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十百]{1,4}[章节条])"
)
_CELL_GAP = 0.5  # of a character between cells of a narrow table; lines set to full width stay below
_FULL, _RAGGED = 1.6, 6  # characters that a full line may fall short of the edge
_END = ("。", "！", "？", "；", "：", "”", "…")


@dataclass(frozen=True, slots=True)
class Line(Fragment):
    """One line of a column: `start` and `end` are the edges of that column, `place` its page and number there."""

    start: float
    end: float
    place: tuple[int, int]


def read_layout(pages: Iterable[Sequence[Fragment]]) -> str:
    """Return the text of `pages`, a paragraph a line."""
    rows = _drop_running([_split_rows(page) for page in pages])
    return "\n".join(_join([line for number, page in enumerate(rows) for line in _read_lines(page, number)]))


def _read_lines(rows: Sequence[Row], page: int) -> list[Line]:
    """Return the lines of a page in reading order."""
    lines = []
    for column, group in enumerate(order_segments(rows)):
        start = min(row[0].left for row in group)
        end = max(row[-1].right for row in group)
        for row in group:
            text = _text(row)
            top, bottom = min(s.top for s in row), max(s.bottom for s in row)
            lines.append(Line(text, row[0].left, top, row[-1].right, bottom, start, end, (page, column)))
    return lines


def _split_rows(fragments: Sequence[Fragment]) -> list[Row]:
    """Return the rows of the page from the top, each as segments that a wide gap parts."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(filter(_is_placed, fragments), key=lambda f: (f.top + f.bottom, f.left)):
        row = next((row for row in rows[-3:] if _is_level(row[0], fragment)), None)
        if row is None:
            rows.append([fragment])
        else:
            row.append(fragment)
    return [_join_fragments(sorted(row, key=lambda f: f.left)) for row in rows]


def _is_placed(fragment: Fragment) -> bool:
    """Return whether `fragment` has words and stands somewhere on a page: a broken file may state any number."""
    sides = (fragment.left, fragment.top, fragment.right, fragment.bottom)
    return (
        bool(fragment.text.strip())
        and fragment.size > _SMALLEST
        and all(abs(side) < _FARTHEST for side in sides)
    )


def _is_level(one: Fragment, other: Fragment) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.size, other.size)


def _join_fragments(row: list[Fragment]) -> list[Fragment]:
    segments: list[Fragment] = []
    size = max(f.size for f in row)
    for fragment in row:
        last = segments[-1] if segments else None
        if last is None or fragment.left - last.right > 1.5 * size:
            segments.append(fragment)
            continue
        if last.text.endswith(fragment.text) and fragment.left < last.right - 0.5 * fragment.size:
            continue  # bold that is made by printing twice
        latin = last.text[-1].isascii() and fragment.text[0].isascii()
        gap = fragment.left - last.right > (0.2 if latin else _CELL_GAP) * size
        between = " " if gap else ""
        segments[-1] = Fragment(
            last.text + between + fragment.text,
            last.left,
            min(last.top, fragment.top),
            max(last.right, fragment.right),
            max(last.bottom, fragment.bottom),
        )
    return segments


def _drop_running(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return the pages without page numbers and what stands at the edge of several pages alike but for its numbers."""
    edges = [[*page[:_EDGE_ROWS], *page[_EDGE_ROWS:][-_EDGE_ROWS:]] for page in pages]
    times = Counter(key for edge in edges for key in {_place(row) for row in edge})
    fewest = max(2, 0.3 * len(pages))
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        printed = any(_PRINTED_FOOT.fullmatch(_text(row)) for row in edge)
        drop = {
            id(row)
            for row in edge
            if (times[_place(row)] >= fewest and not _text(row).endswith(_END))
            or _PAGE_NUMBER.fullmatch(_text(row))
            or (printed and (_PRINTED_FOOT.fullmatch(_text(row)) or _PRINTED_HEAD.match(_text(row))))
        }
        kept.append([row for row in page if id(row) not in drop])
    return kept


def _text(row: Row) -> str:
    return "\t".join(segment.text for segment in row)


def _place(row: Row) -> tuple[str, int]:
    """Return the words of a row but for its numbers, and its height on the page."""
    return _NUMBER.sub("#", _text(row)), round(row[0].top / row[0].size)


def _join(lines: Sequence[Line]) -> list[str]:
    """Return paragraphs: a line goes on in the next one where it is full and the next one is not indented."""
    if not lines:
        return []
    size = median(line.size for line in lines)
    leading = _leading(lines, size)
    paragraphs = [lines[0].text.strip()]
    for last, line in pairwise(lines):
        text = line.text.strip()
        if _goes_on(last, line, size, leading):
            hyphen = paragraphs[-1].endswith("-") and _LATIN.match(text)
            between = _LATIN.search(paragraphs[-1][-1:]) and _LATIN.match(text)
            paragraphs[-1] = (
                (paragraphs[-1][:-1] if hyphen else paragraphs[-1]) + (" " if between else "") + text
            )
        else:
            paragraphs.append(text)
    return paragraphs


def _leading(lines: Sequence[Line], size: float) -> float:
    steps = [b.top - a.top for a, b in pairwise(lines) if 0 < b.top - a.top < 4 * size]
    return median(steps) if steps else 1.5 * size


def _goes_on(last: Line, line: Line, size: float, leading: float) -> bool:
    if "\t" in last.text or "\t" in line.text:
        return False  # rows of a table
    step = line.top - last.top
    same_column = last.place == line.place
    if same_column and step > 1.5 * leading:
        return False
    if abs(last.size - line.size) > 0.15 * size:
        return False
    if min(last.size, line.size) > 1.25 * size:
        return (
            not line.text.startswith("—") and 0 < step <= 1.5 * leading * line.size / size
        )  # a title in two lines
    slack = _RAGGED if not last.text.endswith(_END) else _FULL  # no line breaks within a number or a word
    full = last.end - last.right < min(slack * size, 0.3 * (last.end - last.start))
    indented = line.left - line.start > 1.2 * size
    if not full or indented or (_ENUMERATOR.match(line.text) and last.text.endswith(_END)):
        return False
    return step > 0 or not same_column
