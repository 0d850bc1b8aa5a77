"""What a person did to the table, as the browser tells it, taken over before the table is drawn anew."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.table import listing
from dashboard.table.column import BY_CODE, hide_column, move_column, shift_column
from dashboard.table.order import add_key, drop_key, turn_key
from dashboard.table.pick import take_picks
from ecoledger.ledger.sort import Sort

_ASKED = "table-asked"
_SHIFTS = {"left": -1, "right": 1}
_SORTS = {"up": (False, False), "down": (True, False), "more-up": (False, True), "more-down": (True, True)}
"""What a menu offers: whether the order falls, and whether it comes after what is sorted by already."""


def take(done: dict[str, Any]) -> None:
    """Take over one act; what is no act of ours changes nothing."""
    kind, column = str(done.get("kind")), BY_CODE.get(str(done.get("column")))
    held = listing.held()
    if kind == "pick":
        take_picks(_ids(done.get("added")), _ids(done.get("dropped")))
    elif kind == "why":
        st.session_state[_ASKED] = str(done.get("id"))
    elif kind == "sort":
        key = next((one.sort for one in BY_CODE.values() if one.sort and one.sort == done.get("key")), None)
        if key:
            listing.change(sort=turn_key(held.sort, key, more=bool(done.get("more"))))
    elif column is None:
        return
    elif kind in _SORTS and column.sort:
        falling, more = _SORTS[kind]
        listing.change(sort=add_key(held.sort if more else (), Sort(column.sort, descending=falling)))
    elif kind == "unsort" and column.sort:
        listing.change(sort=drop_key(held.sort, column.sort))
    elif kind in _SHIFTS:
        listing.change(columns=shift_column(held.columns, column.code, _SHIFTS[kind]), page=held.page)
    elif kind == "move":
        listing.change(
            columns=move_column(held.columns, column.code, str(done.get("before"))), page=held.page
        )
    elif kind == "hide":
        listing.change(columns=hide_column(held.columns, column.code), page=held.page)


def pop_asked() -> str | None:
    """Return the id of the commitment whose evidence was just asked for."""
    asked: str | None = st.session_state.pop(_ASKED, None)
    return asked


def _ids(told: Any) -> list[str]:
    return [one for one in told if isinstance(one, str)] if isinstance(told, list) else []
