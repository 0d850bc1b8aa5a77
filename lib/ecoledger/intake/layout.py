"""Words placed on pages → paragraphs: columns in reading order, running heads and page numbers out, lines joined."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ecoledger.intake.column import order_segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PAGE_NUMBER = re.compile(
    r"[-—–－·•~\s]*(?:第\s*)?(?:[0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*页)?"
    r"(?:\s*[/／,，|]?\s*(?:共|of)?\s*[0-9]{1,4}(?:\s*页)?)?[-—–－·•~\s]*",
    re.I,
)
_NUMBER = re.compile(r"[0-9０-９]+")
_EDGE_LINES = 2  # running heads stand in the first or last lines of a page
_FEWEST_REPEATS = 3
_LATIN = re.compile(r"[A-Za-z]")
_ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十百]{1,4}[章节条])"
)
_FULL, _RAGGED = 1.6, 6  # characters that a full line may fall short of the edge
_END = ("。", "！", "？", "；", "：", "”", "…")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that stand together; the origin is the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The height, near the size of the font."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line(Fragment):
    """One line of a column: `start` and `end` are the edges of that column, `place` its page and number there."""

    start: float
    end: float
    place: tuple[int, int]


def read_layout(pages: Iterable[Sequence[Fragment]]) -> str:
    """Return the text of `pages`, a paragraph a line."""
    read = [_read_lines(page, number) for number, page in enumerate(pages)]
    return "\n".join(_join(_drop_running(read)))


def _read_lines(fragments: Sequence[Fragment], page: int) -> list[Line]:
    """Return the lines of a page in reading order."""
    lines = []
    for column, group in enumerate(order_segments(_split_rows(fragments))):
        start = min(row[0].left for row in group)
        end = max(row[-1].right for row in group)
        for row in group:
            text = "\t".join(segment.text for segment in row)
            top, bottom = min(s.top for s in row), max(s.bottom for s in row)
            lines.append(Line(text, row[0].left, top, row[-1].right, bottom, start, end, (page, column)))
    return lines


def _split_rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the rows of the page from the top, each as segments that a wide gap parts."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(
        (f for f in fragments if f.text.strip()), key=lambda f: (f.top + f.bottom, f.left)
    ):
        row = next((row for row in rows[-3:] if _is_level(row[0], fragment)), None)
        if row is None:
            rows.append([fragment])
        else:
            row.append(fragment)
    return [_join_fragments(sorted(row, key=lambda f: f.left)) for row in rows]


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
        gap = fragment.left - last.right > 0.2 * size
        between = " " if gap and last.text[-1].isascii() and fragment.text[0].isascii() else ""
        segments[-1] = Fragment(
            last.text + between + fragment.text,
            last.left,
            min(last.top, fragment.top),
            max(last.right, fragment.right),
            max(last.bottom, fragment.bottom),
        )
    return segments


def _drop_running(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Return all lines without page numbers and what stands at the edge of many pages alike but for its numbers."""
    edges = [_edges(page) for page in pages]
    times = Counter(words for edge in edges for words in {_NUMBER.sub("#", line.text) for line in edge})
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        drop = {
            id(line)
            for line in edge
            if (
                not line.text.endswith(_END)
                and times[_NUMBER.sub("#", line.text)] >= max(_FEWEST_REPEATS, 0.3 * len(pages))
            )
            or _PAGE_NUMBER.fullmatch(line.text)
        }
        kept += [line for line in page if id(line) not in drop]
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    level = sorted(page, key=lambda line: line.top)
    return [*level[:_EDGE_LINES], *level[_EDGE_LINES:][-_EDGE_LINES:]]


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
