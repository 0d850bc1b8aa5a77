"""Areas in the equal-area plane of the plain map, in kilometres with south downwards: for the interactive map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.map.projection import CHINA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.map.boundary import Boundary, Point, Ring

Place = list[float]
Line = list[Place]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Plane:
    """Polygons, place of the label, size of the largest part and span of all (km) of each area by code; `box` is west, north, east, south of all."""

    polygons: Mapping[str, list[list[Line]]]
    labels: Mapping[str, Place]
    sizes: Mapping[str, float]
    spans: Mapping[str, float]
    box: Box


@lru_cache(maxsize=32)
def read_plane(boundaries: tuple[Boundary, ...]) -> Plane:
    """Return the areas of a view in the plane; worked out once, for it takes longer than all else."""
    polygons = {
        b.adcode: [[project_line(ring) for ring in polygon] for polygon in b.polygons] for b in boundaries
    }
    outer = {code: [polygon[0] for polygon in shapes] for code, shapes in polygons.items()}
    return Plane(
        polygons=polygons,
        labels={b.adcode: _place(b.label) for b in boundaries},
        sizes={code: max(extent(ring) for ring in rings) for code, rings in outer.items()},
        spans={code: extent([point for ring in rings for point in ring]) for code, rings in outer.items()},
        box=box_of(point for rings in outer.values() for ring in rings for point in ring),
    )


def project_line(line: Ring) -> Line:
    """Return a line or ring in the plane, to a hundred metres."""
    return [_place(point) for point in line]


def extent(line: Line) -> float:
    """Return the longer side of the box of a line, in kilometres."""
    west, north, east, south = box_of(line)
    return max(east - west, south - north)


def _place(point: Point) -> Place:
    x, y = CHINA.project(*point)
    return [round(x / 1000, 1), round(-y / 1000, 1)]


def box_of(points: Iterable[Place]) -> Box:
    """Return the west, north, east and south ends of points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
