import json
from pathlib import Path

import pytest

from dashboard.map.boundary import (
    GEO_FOLDER,
    BoundaryError,
    children_of,
    geo_folder,
    load_boundaries,
    load_lines,
)


def write(path: Path, *features: object) -> None:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


def square(adcode: str, parent: str, west: float = 100, south: float = 30) -> dict:
    ring = [[west, south], [west, south + 1], [west + 1, south + 1], [west + 1, south], [west, south]]
    return {
        "properties": {
            "adcode": adcode,
            "name": f"地{adcode}",
            "parent": parent,
            "centroid": [west + 0.5, south + 0.5],
        },
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def test_the_folder_can_be_the_users_own(tmp_path):
    assert geo_folder({}) == GEO_FOLDER
    assert geo_folder({"ECOLEDGER_GEO_DIR": str(tmp_path)}) == tmp_path


def test_a_file_is_read_again_when_it_changed(tmp_path):
    import os

    path = tmp_path / "province.geojson"
    write(path, square("110000", "100000"))
    assert [b.adcode for b in load_boundaries(tmp_path, "province")] == ["110000"]
    write(path, square("110000", "100000"), square("120000", "100000"))
    os.utime(path, ns=(1, 1))
    assert [b.adcode for b in load_boundaries(tmp_path, "province")] == ["110000", "120000"]


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '{"features": [{"properties": {}}]}', '{"features": [7]}']
)
def test_a_bad_file_is_named(tmp_path, content):
    (tmp_path / "county.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(BoundaryError, match=r"county\.geojson"):
        load_boundaries(tmp_path, "county")


def test_a_missing_file_is_named_with_the_way_out(tmp_path):
    with pytest.raises(BoundaryError, match=r"lines\.geojson.*ECOLEDGER_GEO_DIR"):
        load_lines(tmp_path)


def test_children_stand_in_order_of_their_codes(tmp_path):
    write(
        tmp_path / "prefecture.geojson",
        square("340200", "340000"),
        square("340100", "340000"),
        square("350100", "350000"),
    )
    below = children_of(load_boundaries(tmp_path, "prefecture"), "340000")
    assert [b.adcode for b in below] == ["340100", "340200"]
