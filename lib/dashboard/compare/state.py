"""Which places are compared, as it stands in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from dashboard.address import write_filter
from dashboard.condition import PLACES
from dashboard.place import is_place
from ecoledger.ledger.filter import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.filter import Filter

LEAST, MOST = 2, 6
ADDRESS = "compare"
_NAME = "place"


def current(wanted: Filter) -> tuple[str, ...]:
    """Return the codes of the places that the address names, else those that are filtered by."""
    said = st.query_params.get_all(_NAME)
    codes = said or [code for code in wanted.places if code != UNKNOWN]
    return tuple(dict.fromkeys(code for code in codes if is_place(code)))[:MOST]


def change(key: str) -> None:
    """Take over the places that the widget `key` holds; none is not the same as not said."""
    st.query_params[_NAME] = list(st.session_state[key]) or [""]


def elsewhere(wanted: Filter) -> Filter:
    """Return the filter without its places: the page has places of its own."""
    return wanted.without(*PLACES)


def compare_address(wanted: Filter, places: Sequence[str]) -> str:
    """Return the address of the page for these places."""
    query = write_filter(wanted) | {_NAME: list(places)}
    return f"/{ADDRESS}?{urlencode(query, doseq=True)}"
