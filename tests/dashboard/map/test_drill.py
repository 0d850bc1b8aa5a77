import pytest

from dashboard.map.boundary import GEO_FOLDER
from dashboard.map.drill import find_view, look_at
from dashboard.map.place import Focus
from ecoledger.gazetteer.gazetteer import load_gazetteer

CASES = [
    # place, parent of the areas shown, their level, how many, the area chosen among them
    (None, "100000", "province", 34, None),
    ("340000", "340000", "prefecture", 16, None),
    ("341700", "341700", "county", 4, None),
    ("341702", "341700", "county", 4, "341702"),
    ("110000", "110000", "county", 16, None),
    ("110105", "110000", "county", 16, "110105"),
    ("429004", "420000", "prefecture", 17, "429004"),
    ("441900", "440000", "prefecture", 21, "441900"),
    ("820000", "100000", "province", 34, "820000"),
    ("999999", "100000", "province", 34, None),
]


@pytest.mark.parametrize(("place", "parent", "level", "count", "chosen"), CASES)
def test_view(place, parent, level, count, chosen):
    view = find_view(GEO_FOLDER, place)
    assert (view.parent, view.level, len(view.boundaries)) == (parent, level, count)
    assert view.chosen == ({chosen} if chosen else set())


def test_merged_divisions_are_one_area():
    """江北区 and 渝北区 are 两江新区 since 2025; the boundaries are those of before."""
    before = {b.adcode: b for b in find_view(GEO_FOLDER, "500000").boundaries}
    now = {b.adcode: b for b in look_at(GEO_FOLDER, Focus("500000"), load_gazetteer()).boundaries}
    assert {"500105", "500112"} <= set(before)
    assert set(before) - set(now) == {"500105", "500112"}
    assert now["500157"].name == "两江新区"
    assert now["500157"].polygons == (*before["500105"].polygons, *before["500112"].polygons)


@pytest.mark.parametrize(("place", "parent", "count"), [("500157", "500000", 37), ("341702", "341700", 4)])
def test_a_place_is_seen_among_its_neighbours_with_or_without_a_boundary(place, parent, count):
    view = look_at(GEO_FOLDER, Focus(place), load_gazetteer())
    assert (view.parent, len(view.boundaries), view.chosen) == (parent, count, {place})


@pytest.mark.parametrize("place", [None, "810000", "999999"])
def test_places_that_are_as_they_were_are_left_alone(place):
    assert look_at(GEO_FOLDER, Focus(place), load_gazetteer()) == find_view(GEO_FOLDER, place)
