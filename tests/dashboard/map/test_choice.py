import pytest

from dashboard.map.choice import USUAL, Choice, read_choice
from dashboard.map.measure import INDICATOR, MEASURES
from ecoledger.ledger.filter import Filter

CASES = [
    ({}, Choice(USUAL), {}),
    ({"show": ["commitments"]}, Choice(USUAL), {}),
    ({"show": ["body"]}, Choice(MEASURES["body"]), {"show": "body"}),
    ({"show": ["body"], "of": ["BC22-12"]}, Choice(MEASURES["body"]), {"show": "body"}),
    (
        {"show": ["indicator"], "of": ["BC22-12"]},
        Choice(INDICATOR, "BC22-12"),
        {"show": "indicator", "of": "BC22-12"},
    ),
    ({"show": ["indicator"]}, Choice(USUAL), {}),
    ({"show": ["indicator"], "of": ["X-1"]}, Choice(USUAL), {}),
    ({"show": ["<b>"]}, Choice(USUAL), {}),
]


@pytest.mark.parametrize(("query", "choice", "written"), CASES)
def test_a_choice_and_its_address(query, choice, written):
    assert read_choice(query) == choice
    assert choice.query == written
    assert read_choice({name: [value] for name, value in written.items()}) == choice


def test_the_map_of_an_indicator_has_its_own_condition():
    wanted = Filter(indicators=("BC22-01",), words="水")
    assert Choice(INDICATOR, "BC22-12").looked_in(wanted) == Filter(words="水")
    assert Choice(USUAL).looked_in(wanted) == wanted
