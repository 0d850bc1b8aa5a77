"""Boundaries of divisions, read once from GeoJSON files: the project's own or those of ECOLEDGER_GEO_DIR."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from dashboard.language import tr
from ecoledger.errors import EcoLedgerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GEO_VARIABLE = "ECOLEDGER_GEO_DIR"
GEO_FOLDER = Path(__file__).resolve().parents[3] / "data" / "geo"
NATION = "100000"

Level = Literal["province", "prefecture", "county"]
Point = tuple[float, float]
Ring = tuple[Point, ...]


class BoundaryError(EcoLedgerError):
    """Boundary files cannot be used; the message names the file and the way out."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A division's area: polygons of rings (outer first, clockwise) in degrees, and where its label stands."""

    adcode: str
    name: str
    parent: str
    label: Point
    polygons: tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True, slots=True)
class BorderLine:
    """Lines that belong to no division: the dashes of the South China Sea, undefined borders."""

    kind: str
    lines: tuple[Ring, ...]


def geo_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of boundary files: ECOLEDGER_GEO_DIR, else the project's own."""
    return Path(environ.get(GEO_VARIABLE) or GEO_FOLDER)


def load_boundaries(folder: Path, level: Level) -> tuple[Boundary, ...]:
    """Return all areas of a level; read once, and again when the file changes.

    Raises BoundaryError when the file is missing or is no such GeoJSON.
    """
    path = folder / f"{level}.geojson"
    return _read_boundaries(path, _version(path))


def load_lines(folder: Path) -> tuple[BorderLine, ...]:
    """Return the lines that belong to no division. Raises BoundaryError like load_boundaries."""
    path = folder / "lines.geojson"
    return _read_lines(path, _version(path))


def folder_version(folder: Path) -> int:
    """Return a number that changes when a boundary file changes, to key what is computed from them."""
    return max(_version(folder / f"{name}.geojson") for name in ("province", "prefecture", "county", "lines"))


def children_of(boundaries: Iterable[Boundary], parent: str) -> tuple[Boundary, ...]:
    """Return the areas right below a division, in order of their codes."""
    return tuple(sorted((b for b in boundaries if b.parent == parent), key=lambda b: b.adcode))


def _version(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise BoundaryError(
            tr("找不到边界文件 {path}：请检查 {variable} 所指的文件夹。", path=path, variable=GEO_VARIABLE)
        ) from error


@lru_cache(maxsize=8)
def _read_boundaries(path: Path, version: int) -> tuple[Boundary, ...]:  # noqa: ARG001  the key of the cache
    try:
        return tuple(_boundary(feature) for feature in _features(path))
    except (KeyError, TypeError, ValueError) as error:
        raise BoundaryError(
            tr("边界文件 {path} 的要素缺少 adcode、name、parent、centroid 或多边形。", path=path)
        ) from error


@lru_cache(maxsize=4)
def _read_lines(path: Path, version: int) -> tuple[BorderLine, ...]:  # noqa: ARG001  the key of the cache
    try:
        return tuple(
            BorderLine(
                feature["properties"]["kind"],
                tuple(_ring(line) for line in feature["geometry"]["coordinates"]),
            )
            for feature in _features(path)
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BoundaryError(tr("边界文件 {path} 的要素缺少 kind 或线。", path=path)) from error


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        features: list[dict[str, Any]] = content["features"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BoundaryError(
            tr("边界文件 {path} 不是可读的 GeoJSON：请换用完好的文件。", path=path)
        ) from error
    return features


def _boundary(feature: dict[str, Any]) -> Boundary:
    properties, geometry = feature["properties"], feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    longitude, latitude = properties["centroid"]
    return Boundary(
        adcode=str(properties["adcode"]),
        name=properties["name"],
        parent=str(properties["parent"]),
        label=(float(longitude), float(latitude)),
        polygons=tuple(tuple(_ring(ring) for ring in polygon) for polygon in polygons),
    )


def _ring(points: list[list[float]]) -> Ring:
    return tuple((point[0], point[1]) for point in points)
