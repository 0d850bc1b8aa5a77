"""Which names fit on a map without covering one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.map.shape import Area

SMALLEST = 0.2
"""Span of an area against the width of its name, at least."""

Box = tuple[float, float, float, float]


def choose_labels(
    areas: Iterable[Area], texts: Mapping[str, str], font: int, frame: tuple[int, int] | None = None
) -> tuple[str, ...]:
    """Return the codes of the areas whose names can stand, the largest first, in letters of `font` units.

    A name that would reach out of the `frame` (width, height), or is far wider than its area, is left out: it
    would be read as the name of what it covers.
    """
    taken: list[Box] = []
    chosen = []
    for area in sorted(areas, key=lambda a: (-a.size, a.adcode)):
        box = _box(area, texts.get(area.adcode, area.name), font)
        fits = area.span >= SMALLEST * (box[2] - box[0])
        if fits and _within(box, frame) and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            chosen.append(area.adcode)
    return tuple(chosen)


def _box(area: Area, text: str, font: int) -> Box:
    x, y = area.label
    half = len(text) * font / 2
    return x - half, y - font * 0.6, x + half, y + font * 0.6


def _within(box: Box, frame: tuple[int, int] | None) -> bool:
    return frame is None or (min(box) >= 0 and box[2] <= frame[0] and box[3] <= frame[1])


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
