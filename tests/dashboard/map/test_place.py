import pytest

from dashboard.map.place import Focus, find_focus, units_text
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.filter import UNKNOWN, Filter

CASES = [
    (Filter(), None, ()),
    (Filter(provinces=(UNKNOWN,)), None, ()),
    (Filter(provinces=("340000",)), "340000", ()),
    (Filter(provinces=("340000",), prefectures=("341700",)), "341700", ()),
    (Filter(provinces=("340000",), counties=("341702",)), "341702", ()),
    (Filter(provinces=("340000", "320000")), None, ("320000", "340000")),
    (Filter(provinces=("340000",), prefectures=("341700", "340100")), "340000", ("340100", "341700")),
    (
        Filter(provinces=("340000",), prefectures=("340100",), counties=("341702",)),
        "340000",
        ("340100", "341700"),
    ),
    (Filter(provinces=("310000",), counties=("310116", "310115")), "310000", ("310115", "310116")),
    (Filter(provinces=("340000", "310000"), prefectures=("341700",)), None, ("310000", "340000")),
]


@pytest.mark.parametrize(("wanted", "place", "chosen"), CASES)
def test_focus(wanted, place, chosen):
    assert find_focus(wanted, load_gazetteer()) == Focus(place, frozenset(chosen))


UNITS = [
    (None, "34 个省级行政区"),
    ("340000", "16 个地级行政区"),
    ("420000", "13 个地级行政区、4 个省直辖县级行政区"),
    ("310000", "16 个县级行政区"),
    ("341700", "4 个县级行政区"),
]


@pytest.mark.parametrize(("place", "text"), UNITS)
def test_units_text(place, text):
    assert units_text(load_gazetteer().children(place)) == text
