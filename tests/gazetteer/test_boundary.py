"""The committed boundaries: complete, in the right place, and drawn the way maps need them."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

GEO = Path(__file__).parents[2] / "data" / "geo"
LEVELS = ("province", "prefecture", "county")
Ring = list[list[float]]

PLACES = [  # a point, and the province, prefecture and county it lies in
    ("台湾日月潭", 120.91, 23.86, "710000", "710000", "710008"),
    ("钓鱼岛", 123.475, 25.745, "710000", "710000", "710021"),
    ("赤尾屿", 124.56, 25.922, "710000", "710000", "710021"),
    ("曾母暗沙", 112.283, 3.967, "460000", "460300", "460303"),
    ("永暑礁", 112.89, 9.55, "460000", "460300", "460303"),
    ("阿克赛钦", 79.5, 35.2, "650000", "653200", "653221"),
    ("藏南", 94.0, 28.0, "540000", "540500", "540581"),
    ("黑瞎子岛", 134.6, 48.35, "230000", "230800", "230883"),
    ("北京天安门", 116.397, 39.908, "110000", "110000", "110101"),
    ("苏州相城", 120.62, 31.42, "320000", "320500", "320507"),
]


@cache
def features(level: str) -> list[dict[str, Any]]:
    return json.loads((GEO / f"{level}.geojson").read_text(encoding="utf-8"))["features"]


def contains(ring: Ring, lon: float, lat: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def covers(feature: dict[str, Any], lon: float, lat: float) -> bool:
    return any(
        contains(outer, lon, lat) and not any(contains(hole, lon, lat) for hole in holes)
        for outer, *holes in feature["geometry"]["coordinates"]
    )


def turn(ring: Ring) -> float:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p[0])
def test_points_fall_in_their_divisions(place: tuple[str, float, float, str, str, str]) -> None:
    _, lon, lat, *expected = place
    found = [[f["properties"]["adcode"] for f in features(v) if covers(f, lon, lat)] for v in LEVELS]
    assert found == [[adcode] for adcode in expected]


@pytest.mark.parametrize(("level", "count"), [("province", 34), ("prefecture", 375), ("county", 2891)])
def test_every_area_is_there_once(level: str, count: int) -> None:
    codes = [f["properties"]["adcode"] for f in features(level)]
    assert len(codes) == len(set(codes)) == count


@pytest.mark.parametrize("level", LEVELS)
def test_outer_rings_run_clockwise_and_are_closed(level: str) -> None:
    for feature in features(level):
        for polygon in feature["geometry"]["coordinates"]:
            assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in polygon)
            assert turn(polygon[0]) > 0, feature["properties"]
            assert all(turn(hole) < 0 for hole in polygon[1:]), feature["properties"]


@pytest.mark.parametrize("level", LEVELS)
def test_label_points_lie_inside(level: str) -> None:
    outside = [
        f["properties"]["name"] for f in features(level) if not covers(f, *f["properties"]["centroid"])
    ]
    assert outside == []


def test_parents_stand_on_the_level_above() -> None:
    provinces = {f["properties"]["adcode"] for f in features("province")}
    prefectures = {f["properties"]["adcode"] for f in features("prefecture")}
    assert {f["properties"]["parent"] for f in features("province")} == {"100000"}
    assert {f["properties"]["parent"] for f in features("prefecture")} <= provinces | {"100000"}
    assert {f["properties"]["parent"] for f in features("county")} <= provinces | prefectures


def test_the_south_china_sea_is_whole() -> None:
    lines = [f for f in features("lines") if f["properties"]["kind"] == "南海断续线"]
    assert [len(f["geometry"]["coordinates"]) for f in lines] == [10]
    latitudes = [lat for part in lines[0]["geometry"]["coordinates"] for _, lat in part]
    assert min(latitudes) < 4
    assert max(latitudes) > 24


def test_codes_of_before_are_gone() -> None:
    codes = {f["properties"]["adcode"] for level in LEVELS for f in features(level)}
    assert not codes & {"540422", "540530", "460321", "460322"}
    assert {"540481", "540581", "460302", "460303"} <= codes


def test_the_files_are_small_enough_for_a_browser() -> None:
    assert sum(f.stat().st_size for f in GEO.glob("*.geojson")) < 4_000_000
