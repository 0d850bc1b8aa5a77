import json

import pytest

from dashboard.colour import DARK, LIGHT, rgb
from dashboard.map.boundary import GEO_FOLDER, load_lines
from dashboard.map.deck import AREAS, build_deck, clicked_place
from dashboard.map.drill import find_view
from dashboard.map.painting import paint
from ecoledger.gazetteer.gazetteer import load_gazetteer
from tests.dashboard.map.surveying import made, surveyed


def spec_of(place, scheme=LIGHT):
    codes = [boundary.adcode for boundary in find_view(GEO_FOLDER, place).boundaries]
    measures = {code: made(i) for i, code in enumerate(codes) if i % 3}
    painting = paint(surveyed(place, measures), load_gazetteer())
    return build_deck(painting, load_lines(GEO_FOLDER), 800, scheme).to_json()


def layers(spec):
    return {layer["id"]: layer for layer in json.loads(spec)["layers"]}


def test_only_the_filled_areas_are_picked_and_they_have_no_borders():
    found = layers(spec_of("340000"))
    assert [name for name, layer in found.items() if layer["pickable"]] == [AREAS]
    assert found[AREAS]["stroked"] is False


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_areas_have_the_colours_of_the_scheme_and_say_their_latest(scheme):
    rows = [row["properties"] for row in layers(spec_of("340000", scheme))[AREAS]["data"]]
    assert {tuple(row["colour"]) for row in rows if row["text"] == "无报告"} == {tuple(rgb(scheme.line))}
    steps = {tuple(rgb(colour)) for colour in scheme.classes}
    told = [row for row in rows if row["text"] != "无报告"]
    assert {tuple(row["colour"]) for row in told} <= steps
    assert all("2025年5月6日 完成治理<b>" in row["text"] for row in told)


def test_nothing_is_asked_of_a_provider_of_maps():
    spec = json.loads(spec_of(None))
    assert spec.get("mapProvider") is None
    assert "http" not in json.dumps(spec)


def test_the_nation_has_all_ten_dashes_and_a_province_inland_none():
    assert len(layers(spec_of(None))["dashes"]["data"]) == 10
    assert layers(spec_of("340000"))["dashes"]["data"] == []


@pytest.mark.parametrize("place", [None, "460000", "460300"])
def test_all_dashes_are_in_sight_at_first(place):
    spec = json.loads(spec_of(place))
    view = spec["initialViewState"]
    half_width, half_height = 400 / 2 ** view["zoom"], 250 / 2 ** view["zoom"]
    for dash in layers(json.dumps(spec))["dashes"]["data"]:
        for x, y in dash:
            assert abs(x - view["target"][0]) < half_width
            assert abs(y - view["target"][1]) < half_height


def test_every_letter_of_the_names_can_be_drawn():
    names = layers(spec_of("340000"))["names"]
    assert {c for row in names["data"] for c in row["name"]} <= set(names["characterSet"])


def test_what_the_browser_gets_stays_small():
    assert len(spec_of(None)) < 700_000


def test_clicked_place():
    chosen = {"objects": {AREAS: [{"properties": {"adcode": "340000"}}]}}
    assert clicked_place(chosen) == "340000"
    assert clicked_place({}) is None
    assert clicked_place({"objects": {}}) is None
