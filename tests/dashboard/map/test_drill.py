import pytest

from dashboard.map.boundary import GEO_FOLDER
from dashboard.map.drill import find_view

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
