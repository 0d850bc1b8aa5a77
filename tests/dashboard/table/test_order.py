"""The order of the table by several keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.table.order import MOST, USUAL, add_key, drop_key, read_order, turn_key, write_order
from ecoledger.ledger.sort import Sort

KEYS = ("date", "due", "region", "theme", "label", "speaker", "report")
ORDERS = st.lists(
    st.builds(Sort, st.sampled_from(KEYS), st.booleans()),
    min_size=1,
    max_size=MOST,
    unique_by=lambda s: s.key,
).map(tuple)


@pytest.mark.parametrize(
    ("codes", "order"),
    [
        (["region", "-due"], (Sort("region", descending=False), Sort("due", descending=True))),
        (["-region", "region"], (Sort("region", descending=True),)),
        (["height", "", "due; drop"], USUAL),
        ([], USUAL),
    ],
)
def test_an_order_is_read_from_codes(codes, order):
    assert read_order(codes) == order


@given(ORDERS)
def test_what_is_written_is_read_again(order):
    assert read_order(write_order(order)) == order


@pytest.mark.parametrize(
    ("order", "key", "more", "after"),
    [
        ("due", "region", False, ["region"]),
        ("due", "region", True, ["due", "region"]),
        ("due", "due", False, ["-due"]),
        ("region,due", "region", True, ["-region", "due"]),
        ("region,due", "due", False, ["-due"]),
        ("due", "date", False, []),  # latest first is the usual
    ],
)
def test_a_click_on_a_head_sorts_by_it_and_turns_it_round(order, key, more, after):
    assert write_order(turn_key(read_order(order.split(",")), key, more=more)) == after


def test_a_key_stands_once_and_the_oldest_goes_where_there_are_too_many():
    order = tuple(Sort(key) for key in KEYS[:MOST])
    assert [sort.key for sort in add_key(order, Sort("report"))] == [*KEYS[1:MOST], "report"]
    assert [sort.key for sort in add_key(order, Sort("due"))] == ["date", "region", "theme", "due"]


def test_an_order_without_keys_is_the_usual():
    assert drop_key((Sort("due"),), "due") == USUAL
    assert drop_key((Sort("due"), Sort("region")), "due") == (Sort("region"),)
