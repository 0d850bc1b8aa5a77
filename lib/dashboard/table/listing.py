"""Where a person is in the table of commitments: order, page, columns and groups, in the session and in the address."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.address import LISTING
from dashboard.table import order
from dashboard.table.column import USUAL, read_columns
from dashboard.table.group import GROUPS
from ecoledger.ledger.commitment import PAGE_SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.table.order import Keys
    from ecoledger.ledger.filter import Filter

SIZES = (PAGE_SIZE, 100, 200)
NAMES = ("sort", "page", "size", "cols", "group", "rows")
_HABITS = "table-habits"
"""Where the session keeps what a person likes in any table: columns, size of page, height of rows."""
_DENSE = "short"


@dataclass(frozen=True, slots=True)
class Listing:
    """An order, a page counted from 1 and its size, columns, what is grouped by, and the filter that this was for.

    `dense` shows two lines of each row, until one is opened.
    """

    wanted: Filter
    sort: Keys = order.USUAL
    page: int = 1
    size: int = PAGE_SIZE
    columns: tuple[str, ...] = USUAL
    group: str = ""
    dense: bool = False


def current(wanted: Filter) -> Listing:
    """Return the listing; another filter than before begins at the first page again."""
    listing: Listing | None = st.session_state.get(LISTING)
    if listing is None:
        query = {name: st.query_params.get_all(name) for name in NAMES}
        listing = read_listing(query, wanted, st.session_state.get(_HABITS, {}))
    if listing.wanted != wanted:
        listing = replace(listing, wanted=wanted, page=1)
    st.session_state[LISTING] = listing
    return listing


def held() -> Listing:
    """Return the listing of the table that was last drawn."""
    listing: Listing = st.session_state[LISTING]
    return listing


def change(**what: Any) -> None:
    """Change the listing, which then begins at its first page unless `what` says which."""
    listing = replace(held(), **{"page": 1} | what)
    st.session_state[LISTING] = listing
    st.session_state[_HABITS] = {
        "columns": listing.columns,
        "size": listing.size,
        "dense": listing.dense,
    }


def write_address(listing: Listing) -> None:
    """Write what is not usual to the address."""
    for name, value in write_listing(listing).items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def read_listing(query: Mapping[str, Sequence[str]], wanted: Filter, habits: Mapping[str, Any]) -> Listing:
    """Return the listing an address names; what it does not say is as the person likes it, or the usual."""
    said = {name: next(iter(query.get(name, ())), "") for name in NAMES}
    listing = Listing(wanted, **habits)
    size = next((size for size in SIZES if str(size) == said["size"]), listing.size)
    return replace(
        listing,
        sort=order.read_order(said["sort"].split(",")),
        page=max(1, int(said["page"])) if _is_number(said["page"]) else 1,
        size=size,
        columns=read_columns(said["cols"].split(",")) if said["cols"] else listing.columns,
        group=said["group"] if said["group"] in GROUPS else "",
        dense=said["rows"] == _DENSE or listing.dense,
    )


def write_listing(listing: Listing) -> dict[str, str]:
    """Return the listing for an address, empty where it is the usual."""
    usual = {field.name: field.default for field in fields(Listing)}
    return {
        "sort": ",".join(order.write_order(listing.sort)),
        "page": str(listing.page) if listing.page > 1 else "",
        "size": "" if listing.size == usual["size"] else str(listing.size),
        "cols": "" if listing.columns == USUAL else ",".join(listing.columns),
        "group": listing.group,
        "rows": _DENSE if listing.dense else "",
    }


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9
