"""单位 /bodies: what each body leads, answers for and supports, how much of it is due; a body's own sheet to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.body import view
from dashboard.body.sheet import draw_sheet
from dashboard.connection import get_ledger
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.nothing import draw_nothing
from ecoledger.ledger.workload import count_workloads

if TYPE_CHECKING:
    from ecoledger.ledger.workload import By

_KEY = "bodies-page"


def render() -> None:
    """Draw the bodies of what the filters leave, or the sheet of the one that the address names."""
    st.title(tr("责任单位"), anchor=False)
    body = st.query_params.get("sheet", "")
    if body:
        st.button(tr("全部单位"), icon=":material/arrow_back:", type="tertiary", on_click=_leave)
        by: By = "organ" if st.query_params.get("by") == "organ" else "name"
        draw_sheet(get_ledger(), filters.current(), body, by, current_rule())
        return
    _draw_table()


def _draw_table() -> None:
    ledger, wanted, rule = get_ledger(), filters.current(), current_rule()
    how, words = st.columns([3, 2], vertical_alignment="bottom")
    with how:
        by = view.choose_by()
    with words:
        sought = view.choose_words()
    found = count_workloads(ledger, wanted, rule, by)
    bodies = [one for one in found.bodies if sought in one.body]
    if not bodies:
        draw_nothing(wanted, tr("单位"))
        return
    st.html(view.say_whole(found, by))
    pages = -(-len(bodies) // view.PAGE)
    page = min(st.session_state.get(_KEY, 1), pages)
    st.html(view.write_bodies(bodies[(page - 1) * view.PAGE : page * view.PAGE], wanted, by, rule))
    if pages > 1:
        st.session_state[_KEY] = page
        st.pagination(pages, key=_KEY)


def _leave() -> None:
    for name in ("sheet", "by"):
        if name in st.query_params:
            del st.query_params[name]
