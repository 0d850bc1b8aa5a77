"""Finds the columns of a page and gives its rows in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.intake.fragment import Fragment

    Row = list[Fragment]

_FEWEST_ROWS = 4  # in each column; fewer side by side are a caption or a table
_SHORTEST = 7  # characters in the middle row of a column of text; cells of a table are shorter
_MOST_CROSSING = 0.3  # of the rows run over both columns: titles, pictures
_DEEPEST = 4


def order_segments(rows: Sequence[Row], depth: int = 0) -> list[list[Row]]:
    """Return groups of rows in reading order, each group of one column.

    A row that runs over both columns parts what stands above it from what stands below.
    """
    rows = [row for row in rows if row]
    gutter = _find_gutter(rows) if depth < _DEEPEST else None
    if gutter is None:
        return [list(rows)] if rows else []
    groups: list[list[Row]] = []
    left: list[Row] = []
    right: list[Row] = []
    across: list[Row] = []

    def flush_columns() -> None:
        for side in (left, right):
            groups.extend(order_segments(side, depth + 1))
            side.clear()

    def flush_across() -> None:
        if across:
            groups.append(list(across))
            across.clear()

    for row in rows:
        if any(s.left < gutter < s.right for s in row):
            flush_columns()
            across.append(row)
            continue
        flush_across()
        left.append([s for s in row if s.right <= gutter])
        right.append([s for s in row if s.left >= gutter])
    flush_columns()
    flush_across()
    return groups


def _find_gutter(rows: Sequence[Row]) -> float | None:
    """Return an x that few rows cross and that has lines of text to both sides, level with each other."""
    segments = [s for row in rows for s in row]
    best: tuple[int, float] | None = None
    for edge in sorted({round(s.left, 1) for s in segments}):
        x = edge - 0.2
        left = [s for s in segments if s.right <= x]
        right = [s for s in segments if s.left >= x]
        crossing = len(segments) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST_ROWS or crossing > _MOST_CROSSING * len(rows):
            continue
        if not (_is_text(left) and _is_text(right) and _are_level(left, right)):
            continue
        score = min(len(left), len(right)) - 2 * crossing
        if best is None or score > best[0]:
            best = (score, x)
    return best[1] if best else None


def _is_text(segments: Sequence[Fragment]) -> bool:
    lengths = sorted(len(s.text) for s in segments)
    return lengths[len(lengths) // 2] >= _SHORTEST


def _are_level(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    top = max(min(s.top for s in left), min(s.top for s in right))
    bottom = min(max(s.bottom for s in left), max(s.bottom for s in right))
    height = max(s.bottom for s in (*left, *right)) - min(s.top for s in (*left, *right))
    return bottom - top > 0.3 * height
