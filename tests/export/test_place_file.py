"""The places hold exactly the rows, and add up to them."""

import io
import json
from dataclasses import replace

from ecoledger.export.place_file import FIELDS, write_places


def read(rows, stamp):
    stream = io.BytesIO()
    write_places(rows, stamp, stream)
    return json.loads(stream.getvalue())


def test_each_place_stands_where_it_lies_with_its_figures(rows, stamp):
    found = read(rows, stamp)
    assert found["type"] == "FeatureCollection"
    codes = [feature["properties"]["adcode"] for feature in found["features"]]
    assert codes == sorted({row.adcode for row in rows})
    for feature in found["features"]:
        told = feature["properties"]
        own = [row for row in rows if row.adcode == told["adcode"]]
        assert list(told) == list(FIELDS)
        assert told["ids"] == [row.id for row in own]
        assert told["reports"] == len({row.report_id for row in own})
        assert told["with_target"] == sum(bool(row.targets) for row in own)
        assert told["theme_water"] == sum("water" in row.themes for row in own)
        lon, lat = feature["geometry"]["coordinates"]
        assert 73 < lon < 136
        assert 3 < lat < 54


def test_the_figures_add_up(rows, stamp):
    told = [feature["properties"] for feature in read(rows, stamp)["features"]]
    assert sum(place["commitments"] for place in told) == len(rows)
    lights = [name for name in FIELDS if name.startswith("light_")]
    assert len(lights) == 6
    assert all(sum(place[light] for light in lights) == place["commitments"] for place in told)
    assert all(place["actions"] + place["principles"] == place["commitments"] for place in told)


def test_rows_without_a_place_stand_last_without_a_point(rows, stamp):
    lost = replace(rows[0], adcode=None, place=None)
    feature = read([lost, rows[0]], stamp)["features"][-1]
    assert feature["geometry"] is None
    assert (feature["properties"]["adcode"], feature["properties"]["name"]) == (None, "地区不详")
    assert feature["properties"]["ids"] == [lost.id]


def test_it_says_where_it_comes_from(rows, stamp):
    said = read(rows, stamp)["ecoledger"]
    assert said["filters"] == list(stamp.filters)
    assert said["made_at"] == "2026-03-01 09:30:00"
    assert said["commitments"] == len(rows)
    assert said["light_rule"] == {"on": "2022-06-01", "near_days": 45}
    assert said["rules_versions"] == [rows[0].rules_version]
    assert {report["id"] for report in said["reports"]} == {row.report_id for row in rows}
    first = said["reports"][0]
    assert (first["title"], first["source"]) == (rows[0].title, rows[0].source)
    assert first["date"] == rows[0].date.isoformat()


def test_no_rows_are_no_places(stamp):
    assert read([], stamp)["features"] == []
