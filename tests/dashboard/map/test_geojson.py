"""The map's file: polygons with the figures of the screen, and what it says of itself."""

import datetime as dt
import json
from itertools import pairwise

import pytest

from dashboard.map.boundary import GEO_FOLDER, load_lines
from dashboard.map.geojson import write_geojson
from ecoledger.export.stamp import Source, Stamp, Tally
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.region import RegionTarget
from tests.dashboard.map.surveying import made, surveyed

STAMP = Stamp(("领域：水",), dt.datetime.fromisoformat("2026-01-02 03:04:05"))
TALLY = Tally(8, {"r1": Source("r1", "标题", "某报", "池州市", dt.date(2025, 5, 6))}, {"1.0"})
MEASURES = {"341700": made(8, with_target=2, overdue=3), "340000": made(5), "340300": made(0)}


def turn(ring):
    """More than 0 where a ring turns against the clock."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def written(place, measures, **more):
    survey = surveyed(place, measures, **more)
    return json.loads(write_geojson(survey, load_lines(GEO_FOLDER), ("示意图。",), STAMP, TALLY))


def test_each_area_has_the_shown_measure_and_all_others():
    found = written("340000", MEASURES, show="target")
    features = {feature["id"]: feature["properties"] for feature in found["features"]}
    assert len(features) == 17
    assert features["341700"] == {
        "adcode": "341700", "name": "池州市", "reported": True, "shown": 0.25,
        "commitments": 8, "reports": 1, "meetings": 1, "near": 0, "overdue": 3,
        "with_target": 2, "with_target_share": 0.25, "with_number": 0, "with_number_share": 0.0,
        "with_deadline": 0, "with_deadline_share": 0.0, "with_body": 0, "with_body_share": 0.0,
    }  # fmt: skip
    assert features["340300"]["shown"] is None
    assert features["340300"]["reported"]
    assert features["340100"]["commitments"] is None
    assert not features["340100"]["reported"]
    assert set(found["fields"]) == set(features["341700"])
    assert found["shown"] == {"measure": "target", "title": "有目标的承诺占比"}


def test_what_is_no_area_has_no_place_and_the_features_add_up():
    found = written("340000", MEASURES)
    own = next(feature for feature in found["features"] if feature["id"] == "340000")
    assert own["geometry"] is None
    assert sum(feature["properties"]["commitments"] or 0 for feature in found["features"]) == 13
    nation = written(None, {UNKNOWN: made(2)})
    assert next(f for f in nation["features"] if f.get("id") == UNKNOWN)["geometry"] is None


@pytest.mark.parametrize("place", ["340000", "460000"])
def test_rings_are_closed_and_turn_as_the_standard_wants(place):
    for feature in written(place, {})["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            assert all(ring[0] == ring[-1] for ring in polygon)
            assert turn(polygon[0]) > 0
            assert all(turn(hole) < 0 for hole in polygon[1:])


def test_the_nation_has_the_dashes_of_the_sea():
    kinds = {f["properties"].get("kind"): f["geometry"]["type"] for f in written(None, {})["features"]}
    assert kinds["南海断续线"] == "MultiLineString"
    assert not any("kind" in f["properties"] for f in written("340000", {})["features"])


def test_an_indicator_has_its_targets():
    targets = {"341700": RegionTarget(41.5, 40, 43, "%", 2)}
    found = written("340000", MEASURES, show="indicator", indicator="BC22-12", targets=targets)
    features = {feature["id"]: feature["properties"] for feature in found["features"]}
    told = {name: features["341700"][f"target_{name}"] for name in ("median", "lowest", "highest", "unit")}
    assert told == {"median": 41.5, "lowest": 40, "highest": 43, "unit": "%"}
    assert features["341700"]["shown"] == 41.5
    assert features["340000"]["target_median"] is None


def test_the_file_says_what_it_is_made_of():
    found = written("340000", MEASURES)
    assert found["ecoledger"]["filters"] == ["领域：水"]
    assert found["ecoledger"]["made_at"] == "2026-01-02 03:04:05"
    assert found["ecoledger"]["rules_versions"] == ["1.0"]
    assert found["ecoledger"]["reports"][0]["title"] == "标题"
    assert found["notices"] == ["示意图。"]
