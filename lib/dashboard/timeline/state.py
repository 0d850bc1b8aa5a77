"""What of the timeline a person looks at, as it stands in the address: which chart, which days, which list below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard.timeline.component import seen_span
from dashboard.timeline.span import read_span

if TYPE_CHECKING:
    from dashboard.timeline.span import Span

Show = Literal["meetings", "commitments"]
Below = Literal["list", "table"]
SHOWS: dict[Show, str] = {"meetings": "会议", "commitments": "承诺期限"}
BELOWS: dict[Below, str] = {"list": "会议列表", "table": "数量表"}


@dataclass(frozen=True, slots=True)
class State:
    """A chart, the days it shows (None: all), the code of the lane that is listed (None: all), and how."""

    show: Show
    span: Span | None
    lane: str | None
    below: Below


def current() -> State:
    """Return what the address says; what means nothing there is as usual."""
    query = st.query_params
    return State(
        show="commitments" if query.get("show") == "commitments" else "meetings",
        span=read_span(query.get("span", "")),
        lane=query.get("lane") or None,
        below="table" if query.get("below") == "table" else "list",
    )


def take_span() -> None:
    """Take over the days that the browser shows."""
    span = seen_span()
    _write("span", "" if span == "all" else span)


def take_widget(name: str, key: str) -> None:
    """Take over what the widget `key` holds; days and lane of one chart mean nothing in the other."""
    _write(name, st.session_state[key])
    if name == "show":
        _write("lane", "")
        _write("span", "")


def _write(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
