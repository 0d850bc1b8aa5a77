"""The rows that a person has ticked, over all pages; kept in the session until they are let go of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 1000
"""More are a filter's work."""
_PICKED = "table-picked"


def list_picked() -> tuple[str, ...]:
    """Return the ids of what is ticked, in the order of ticking."""
    picked: tuple[str, ...] = st.session_state.get(_PICKED, ())
    return picked


def take_picks(added: Iterable[Any], dropped: Iterable[Any]) -> None:
    """Take over what was ticked and unticked; ticks above `MOST` are not kept."""
    gone = set(map(str, dropped))
    kept = dict.fromkeys((*(one for one in list_picked() if one not in gone), *map(str, added)))
    st.session_state[_PICKED] = tuple(kept)[:MOST]


def drop_picks() -> None:
    """Let go of everything that is ticked."""
    st.session_state.pop(_PICKED, None)
