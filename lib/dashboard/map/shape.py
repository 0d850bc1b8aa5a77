"""Areas and lines of a view, projected and written as SVG paths in whole units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.map.projection import CHINA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.map.boundary import BorderLine, Boundary, Point, Ring

DASHES = "南海断续线"
"""Kind of the dashes of the South China Sea among the lines."""
WIDTH = 2000
"""Units across the main frame: half a pixel each on a wide screen, so that paths need no decimals."""
MARGIN = 24
TALLEST = 0.86
"""Height of the main frame as a share of its width, at most: a long province must fit on a screen."""
SOUTH_SEA = 17.9
"""South of the island of Hainan: what lies beyond is shown whole in the inset."""
INSET_CORNERS: tuple[Point, ...] = ((106.0, 1.2), (123.2, 1.2), (106.0, 25.2), (123.2, 25.2))
"""The inset runs from below 曾母暗沙 (3°52′N), with room for its name, to the last dash east of Taiwan."""
HAINAN_NORTH = 19.6
"""North of every reef and south of the north coast of Hainan."""
NATION_INSET, PROVINCE_INSET = 0.22, 0.34
"""Width of the inset as a share of the main frame's."""
INSET_GAP = 60
"""Between Taiwan and the inset: its name is wider than itself."""
EDGE = 6
"""Beyond the inset, so that its frame is not cut."""
DOT = 3


@dataclass(frozen=True, slots=True)
class Area:
    """A division in a frame: its path, the place of its label, the size of its largest part, the span of all."""

    adcode: str
    name: str
    path: str
    label: tuple[int, int]
    size: int
    span: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle at (left, top) of the sheet with areas, shores (paths that are no part of the view) and lines (kind, path)."""

    left: int
    top: int
    width: int
    height: int
    areas: tuple[Area, ...]
    shores: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole drawing: the main frame and, where the South China Sea belongs to it, the inset."""

    width: int
    height: int
    main: Frame
    inset: Frame | None


@dataclass(frozen=True, slots=True)
class _Scale:
    west: float
    north: float
    metres: float

    def place(self, point: Point) -> tuple[int, int]:
        x, y = CHINA.project(*point)
        return round((x - self.west) / self.metres), round((self.north - y) / self.metres)


def draw_sheet(
    boundaries: tuple[Boundary, ...], lines: tuple[BorderLine, ...], coasts: tuple[Boundary, ...]
) -> Sheet:
    """Return the drawing of the areas of a view.

    Where they reach from Hainan or the mainland into the South China Sea, the main frame ends south of Hainan
    and an inset shows the sea whole, before its `coasts`. A view of its islands alone has their full extent and
    that of the dashes.
    """
    corners = _corners(boundaries)
    northern = [p for p in _corners(b for b in boundaries if b.label[1] > SOUTH_SEA) if p[1] > SOUTH_SEA]
    southern = any(y < SOUTH_SEA for _, y in corners)
    with_inset = southern and any(y > HAINAN_NORTH for _, y in northern)
    if southern and not with_inset:
        corners += [point for line in lines if line.kind == DASHES for part in line.lines for point in part]
    scale, height = _fit(northern if with_inset else corners, WIDTH)
    main = _draw_frame(Frame(0, 0, WIDTH, height, (), (), ()), scale, boundaries, lines)
    if not with_inset:
        return Sheet(WIDTH, height, main, None)
    nationwide = all(b in coasts for b in boundaries)
    inset_width = round(WIDTH * (NATION_INSET if nationwide else PROVINCE_INSET))
    inset_scale, inset_height = _fit(INSET_CORNERS, inset_width, margin=0)
    left = max(WIDTH - inset_width, _reach(northern, scale, height - inset_height) + INSET_GAP)
    frame = Frame(left, height - inset_height, inset_width, inset_height, (), (), ())
    inset = _draw_frame(frame, inset_scale, boundaries, lines, () if nationwide else coasts)
    return Sheet(left + inset_width + EDGE, height + EDGE, main, inset)


def _corners(boundaries: Iterable[Boundary]) -> list[Point]:
    return [point for boundary in boundaries for polygon in boundary.polygons for point in polygon[0]]


def _reach(corners: Iterable[Point], scale: _Scale, below: int) -> int:
    """Return how far right the areas reach at the height of the inset, so that it covers none."""
    return max((x for x, y in map(scale.place, corners) if y > below and x <= WIDTH), default=0)


def _fit(points: Iterable[Point], width: int, margin: int = MARGIN) -> tuple[_Scale, int]:
    projected = [CHINA.project(*point) for point in points]
    west, east = min(x for x, _ in projected), max(x for x, _ in projected)
    south, north = min(y for _, y in projected), max(y for _, y in projected)
    metres = max((east - west) / (width - 2 * margin), (north - south) / (width * TALLEST), 1.0)
    gap = (width * metres - (east - west)) / 2
    height = round((north - south) / metres) + 2 * margin
    return _Scale(west - gap, north + margin * metres, metres), height


def _draw_frame(
    frame: Frame,
    scale: _Scale,
    boundaries: tuple[Boundary, ...],
    lines: tuple[BorderLine, ...],
    coasts: tuple[Boundary, ...] = (),
) -> Frame:
    """Return the empty `frame` filled with what lies inside it."""
    size = (frame.width, frame.height)
    areas = (_draw_area(boundary, scale, size) for boundary in boundaries)
    shores = (_draw_area(boundary, scale, size).path for boundary in coasts)
    drawn = ((line.kind, "".join(_line_path(part, scale, size) for part in line.lines)) for line in lines)
    return replace(
        frame,
        areas=tuple(area for area in areas if area.path),
        shores=tuple(filter(None, shores)),
        lines=tuple((kind, path) for kind, path in drawn if path),
    )


def _draw_area(boundary: Boundary, scale: _Scale, size: tuple[int, int]) -> Area:
    rings = [[scale.place(p) for p in ring] for polygon in boundary.polygons for ring in polygon]
    inside = [ring for ring in rings if _touches(ring, size)]
    # Reefs smaller than a unit fall on one another: equal rings are written once.
    path = "".join(dict.fromkeys(ring_path(ring) for ring in inside))
    largest = max((_extent(ring) for ring in inside), default=0)
    span = _extent([point for ring in inside for point in ring]) if inside else 0
    return Area(boundary.adcode, boundary.name, path, scale.place(boundary.label), largest, span)


def _touches(ring: list[tuple[int, int]], size: tuple[int, int]) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) >= 0 and min(xs) <= size[0] and max(ys) >= 0 and min(ys) <= size[1]


def _extent(ring: list[tuple[int, int]]) -> int:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def ring_path(points: list[tuple[int, int]]) -> str:
    """Return a closed ring as a path of relative steps; one too small to see becomes a dot, never nothing."""
    steps = _steps(points)
    if len(steps) < 3:
        x, y = points[0]
        return f"M{x} {y}h{DOT}v{DOT}h-{DOT}z"
    return _written(points[0], steps) + "z"


def _line_path(line: Ring, scale: _Scale, size: tuple[int, int]) -> str:
    points = [scale.place(p) for p in line]
    return _written(points[0], _steps(points)) if _touches(points, size) else ""


def _steps(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the moves between points that differ; a closing point that repeats the first adds nothing."""
    closed = points[:-1] if len(points) > 1 and points[0] == points[-1] else points
    steps, last = [], closed[0]
    for point in closed[1:]:
        if point != last:
            steps.append((point[0] - last[0], point[1] - last[1]))
            last = point
    return steps


def _written(start: tuple[int, int], steps: list[tuple[int, int]]) -> str:
    moves = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{start[0]} {start[1]}" + (f"l{moves}" if moves else "")
