"""Where a person is in the table of commitments: its order and its page, in the session and in the address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.address import LISTING
from dashboard.table.frame import ORDERS
from ecoledger.ledger.sort import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecoledger.ledger.filter import Filter


@dataclass(frozen=True, slots=True)
class Listing:
    """An order, a page counted from 1, and the filter for which that page was turned to."""

    sort: Sort
    page: int
    wanted: Filter


def current(wanted: Filter) -> Listing:
    """Return the listing; another filter than before begins at the first page again."""
    held = st.session_state.get(LISTING)
    if held is None:
        held = Listing(
            *read_listing({name: st.query_params.get_all(name) for name in ("sort", "page")}), wanted
        )
    listing: Listing = held if held.wanted == wanted else Listing(held.sort, 1, wanted)
    st.session_state[LISTING] = listing
    return listing


def turn(page: int) -> None:
    """Turn to a page."""
    st.session_state[LISTING] = replace(st.session_state[LISTING], page=page)


def arrange(sort: Sort) -> None:
    """Put the whole ledger into another order, from its first page."""
    st.session_state[LISTING] = replace(st.session_state[LISTING], sort=sort, page=1)


def write_address(listing: Listing) -> None:
    """Write what is not usual to the address."""
    for name, value in write_listing(listing).items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def read_listing(query: Mapping[str, Sequence[str]]) -> tuple[Sort, int]:
    """Return the order and the page an address names; what means nothing is the usual: latest first, page 1."""
    code = next(iter(query.get("sort", ())), "")
    sort = next((order for order in ORDERS if _code(order) == code), Sort())
    page = next(iter(query.get("page", ())), "")
    return sort, max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 9 else 1


def write_listing(listing: Listing) -> dict[str, str]:
    """Return the order and the page for an address, empty where they are the usual."""
    code = "" if listing.sort == Sort() else _code(listing.sort)
    return {"sort": code, "page": str(listing.page) if listing.page > 1 else ""}


def _code(sort: Sort) -> str:
    return f"{'-' if sort.descending else ''}{sort.key}"
