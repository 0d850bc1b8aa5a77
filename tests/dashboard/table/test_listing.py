"""Where a person is in the table: what an address says of it, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.table.column import BY_CODE, USUAL
from dashboard.table.group import GROUPS
from dashboard.table.listing import NAMES, SIZES, Listing, read_listing, write_listing
from dashboard.table.order import USUAL as LATEST
from ecoledger.ledger.filter import Filter
from tests.dashboard.table.test_order import ORDERS

LISTINGS = st.builds(
    Listing,
    wanted=st.just(Filter()),
    sort=ORDERS,
    page=st.integers(1, 2000),
    size=st.sampled_from(SIZES),
    columns=st.lists(st.sampled_from(sorted(BY_CODE)), min_size=1, unique=True).map(tuple),
    group=st.sampled_from(["", *GROUPS]),
    dense=st.booleans(),
)


@given(LISTINGS)
def test_what_is_written_is_read_again(listing):
    query = {name: [value] for name, value in write_listing(listing).items() if value}
    assert set(query) <= set(NAMES)
    assert read_listing(query, Filter(), {}) == listing


def test_the_usual_leaves_nothing_in_the_address():
    assert not any(write_listing(Listing(Filter())).values())


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ({"size": ["7"]}, "size", 50),
        ({"size": ["200"]}, "size", 200),
        ({"page": ["x"]}, "page", 1),
        ({"page": ["0"]}, "page", 1),
        ({"cols": ["height,width"]}, "columns", USUAL),
        ({"cols": ["due,text,due"]}, "columns", ("due", "text")),
        ({"group": ["height"]}, "group", ""),
        ({"group": ["theme"]}, "group", "theme"),
        ({"sort": ["height"]}, "sort", LATEST),
        ({"rows": ["short"]}, "dense", True),
        ({"rows": ["tall"]}, "dense", False),
    ],
)
def test_what_means_nothing_is_the_usual(query, field, value):
    assert getattr(read_listing(query, Filter(), {}), field) == value


def test_what_the_address_does_not_say_is_as_the_person_likes_it():
    habits = {"columns": ("due", "text"), "size": 100, "dense": True}
    liked = read_listing({"sort": ["due"]}, Filter(), habits)
    assert (liked.columns, liked.size, liked.dense) == (("due", "text"), 100, True)
    said = read_listing({"cols": ["place"], "size": ["200"]}, Filter(), habits)
    assert (said.columns, said.size) == (("place",), 200)
