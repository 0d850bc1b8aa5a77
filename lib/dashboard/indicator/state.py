"""What a person looks at on the page of indicators, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

import streamlit as st

from dashboard.address import write_address
from ecoledger.indicators.official import pool_of
from ecoledger.indicators.standing import VERDICTS

if TYPE_CHECKING:
    from ecoledger.indicators.standing import Verdict
    from ecoledger.ledger.filter import Filter

ADDRESS = "indicators"
UNMATCHED = "none"
"""Stands in place of a code for the numbers of no indicator."""

By = Literal["place", "year"]
Order = Literal["date", "strong", "weak", "place"]


@dataclass(frozen=True, slots=True)
class State:
    """An indicator (None: the one with most targets), or `UNMATCHED` with the words and unit of some of these.

    `standing` narrows the table; `years` says whether years count when values are compared.
    """

    show: str | None = None
    words: str = ""
    unit: str = ""
    by: By = "place"
    standing: Verdict | None = None
    years: bool = False
    order: Order = "date"


def current(wanted: Filter) -> State:
    """Return what the address says; without a word of it the indicator that is filtered by."""
    query = st.query_params
    show = query.get("show", "")
    if show != UNMATCHED:
        show = pool_of(show) or next(filter(None, map(pool_of, wanted.indicators)), "")
    standing, by, order = query.get("standing", ""), query.get("by", ""), query.get("order", "")
    return State(
        show=show or None,
        words=query.get("phrase", ""),
        unit=query.get("unit", ""),
        by=cast("By", by) if by in get_args(By) else "place",
        standing=standing if standing in VERDICTS else None,
        years=query.get("years", "") == "count",
        order=cast("Order", order) if order in get_args(Order) else "date",
    )


def change(field: str, key: str) -> None:
    """Take over what the widget `key` holds; another indicator begins with all of its targets."""
    value = st.session_state[key]
    if field == "show":
        for name in ("phrase", "unit", "standing"):
            st.query_params.pop(name, None)
    for name, said in write_state(replace(State(), **{field: value})).items():
        st.query_params[name] = said
    if not write_state(replace(State(), **{field: value})):
        st.query_params.pop(_NAMES.get(field, field), None)


def write_state(state: State) -> dict[str, str]:
    """Return the names and words of an address; what is usual is left out."""
    usual = State()
    found: dict[str, str] = {}
    for field in fields(State):
        value: Any = getattr(state, field.name)
        if value is not None and value != getattr(usual, field.name):
            found[_NAMES.get(field.name, field.name)] = "count" if field.name == "years" else str(value)
    return found


def state_address(wanted: Filter, state: State) -> str:
    """Return the address of the page with the filter and the state."""
    return write_address(ADDRESS, wanted, **write_state(state))


_NAMES = {"words": "phrase"}
