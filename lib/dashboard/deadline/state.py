"""What of its deadlines a person looks at: the view and the month, as they stand in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast, get_args

import streamlit as st

from dashboard.deadline.month import add_months, month_of, read_month, write_month

if TYPE_CHECKING:
    import datetime as dt

View = Literal["board", "calendar", "vague", "ongoing"]
VIEWS: dict[View, str] = {
    "board": "看板",
    "calendar": "日历",
    "vague": "时限含糊",
    "ongoing": "长期坚持",
}
BEHIND = 1
"""Months before this one with which the board opens."""


@dataclass(frozen=True, slots=True)
class State:
    """A view, and the month it begins with, or shows."""

    view: View
    month: dt.date


def current(on: dt.date) -> State:
    """Return what the address says; on the day `on` the usual is the board around this month."""
    said = st.query_params.get("view", "")
    view = cast("View", said) if said in get_args(View) else "board"
    month = read_month(st.query_params.get("month", ""))
    return State(view, month or usual_month(view, on))


def usual_month(view: View, on: dt.date) -> dt.date:
    """Return the month that a view opens with."""
    return add_months(month_of(on), -BEHIND) if view == "board" else month_of(on)


def change_view(key: str) -> None:
    """Take over the view that the widget `key` holds; the month is the usual one again."""
    st.query_params["view"] = st.session_state[key]
    if "month" in st.query_params:
        del st.query_params["month"]


def turn(month: dt.date) -> None:
    """Turn to a month."""
    st.query_params["month"] = write_month(month)
