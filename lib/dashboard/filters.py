"""The filters that pages share: drawn by app.py before the page, kept in the session, written to the address.

The address is read when a session begins and where it says so (`READ`): after the browser's buttons back and forward,
and by links that lead to other rows. In between the session holds the filter, because a rerun that was asked for
before the browser took in the last change still carries the old address.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import chip, filter_view
from dashboard.address import LISTING, NAMES, READ, choose_place, read_filter, write_filter
from dashboard.clock import today
from dashboard.connection import count_left_out, get_ledger
from dashboard.element import as_text
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.saved_view import draw_saved
from ecoledger.errors import LedgerError
from ecoledger.ledger.facet import Facets, count_facets
from ecoledger.ledger.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

MAP_CHOICE = "map-choice"
"""Where the session keeps what the map shows, which stands in the address as well."""
_FILTER = "filter"
_WARNINGS = "filter-warnings"


def current() -> Filter:
    """Return what is looked for."""
    if _FILTER not in st.session_state:
        query = {name: st.query_params.get_all(name) for name in NAMES}
        wanted, warnings = read_filter(query, current_rule())
        choose(wanted, warnings)
    held: Filter = st.session_state[_FILTER]
    return replace(held, light_rule=current_rule() if held.lights else None)


def follow_address() -> None:
    """Where the address says so, let it say again what is looked for, and where."""
    if READ in st.query_params:
        del st.query_params[READ]
        for held in (_FILTER, LISTING, MAP_CHOICE):
            st.session_state.pop(held, None)


def choose(wanted: Filter, warnings: Sequence[str] = ()) -> None:
    """Look for `wanted` from the next run on; the caller reruns or leaves for another page."""
    st.session_state[_FILTER] = wanted
    st.session_state[_WARNINGS] = tuple(warnings)


def set_place(adcode: str | None) -> None:
    """Look in one place (None: all of China), all other conditions kept, and rerun."""
    choose(choose_place(current(), adcode))
    st.rerun()


def draw() -> None:
    """Draw the filters in the sidebar and, above the page, what is filtered."""
    wanted = current()
    _write_address(wanted)
    try:
        ledger = get_ledger()
        facets, left_out = count_facets(ledger, wanted, current_rule()), count_left_out(ledger, wanted)
    except LedgerError:  # the page says it
        facets, left_out = Facets(), 0
    with st.sidebar:
        draw_saved(wanted, choose)
        filter_view.draw(wanted, facets, choose)
    with st.container():  # there even when empty: else the page below would move by one and be built anew
        for warning in st.session_state.pop(_WARNINGS, ()):
            st.warning(as_text(warning), icon=":material/info:")
        _draw_chips(wanted, left_out)


def _draw_chips(wanted: Filter, left_out: int) -> None:
    chips = chip.list_chips(wanted, today())
    if chips:
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="chips"):
            for at, one in enumerate(chips):
                st.button(
                    as_text(one.text),
                    key=f"chip-{at}",
                    icon=":material/close:",
                    icon_position="right",
                    on_click=choose,
                    args=(one.rest,),
                )
            if len(chips) > 1:
                st.button(
                    tr("全部清除"), key="chips-clear", type="tertiary", on_click=choose, args=(Filter(),)
                )
    if left_out:
        st.caption(tr("另有 {count} 份日期不详的报告未计入。", count=f"{left_out:,}"))


def _write_address(wanted: Filter) -> None:
    query = write_filter(wanted)
    for name in NAMES:
        held, now = st.query_params.get_all(name), query.get(name, [])
        if held != now:
            if now:
                st.query_params[name] = now
            else:
                del st.query_params[name]
