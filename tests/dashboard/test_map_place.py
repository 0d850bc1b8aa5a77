import pytest

from dashboard.map_place import Focus, find_focus
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
