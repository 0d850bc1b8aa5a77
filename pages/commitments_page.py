"""承诺台账 /commitments: the commitments in a table, their evidence, and downloads of just these rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.connection import get_ledger
from dashboard.download import draw_downloads
from dashboard.nothing import draw_nothing
from dashboard.report.evidence import draw_evidence_of
from dashboard.table import listing
from dashboard.table.frame import ORDERS, build_frame, clicked_row, column_config, draw_ahead, next_sort
from ecoledger.ledger.commitment import list_commitments

if TYPE_CHECKING:
    from ecoledger.ledger.commitment import Page
    from ecoledger.ledger.sort import Sort

_ROW = 62
_KEY = "commitments-table"


def render() -> None:
    """Draw the table of what the filters leave."""
    st.title("承诺台账", anchor=False)
    ledger, wanted = get_ledger(), filters.current()
    at = listing.current(wanted)
    page = list_commitments(ledger, wanted, at.sort, at.page)
    if not page.total:
        draw_nothing(wanted, "承诺")
        return
    if page.page != at.page:
        listing.turn(page.page)
        at = listing.current(wanted)
    listing.write_address(at)
    _draw_head(page, at.sort)
    _draw_table(page, at.sort)
    if page.pages > 1:
        key = f"commitments-page-{hash((wanted, at.sort))}"  # another filter or order begins at its own first page
        st.session_state[key] = page.page
        st.pagination(page.pages, key=key, on_change=_turn, args=(key,))
    draw_downloads(ledger, wanted, at.sort)


def _draw_head(page: Page, sort: Sort) -> None:
    count, order = st.columns([3, 1], vertical_alignment="bottom")
    count.markdown(f"共 **{page.total:,}** 条，第 {page.page} / {page.pages} 页。点一行看依据，点表头排序。")
    st.session_state["commitments-sort"] = sort
    order.selectbox(
        "排序",
        list(ORDERS),
        format_func=ORDERS.__getitem__,
        key="commitments-sort",
        on_change=_arrange,
        label_visibility="collapsed",
    )


def _draw_table(page: Page, sort: Sort) -> None:
    turn = st.session_state.setdefault("commitments-turn", 0)
    frame = build_frame(page.rows)
    draw_ahead(frame)
    event = st.dataframe(
        frame,
        key=f"{_KEY}-{turn}",
        hide_index=True,
        row_height=_ROW,
        height=min(len(page.rows), 9) * _ROW + 37,
        column_config=column_config(),
        on_select="rerun",
        selection_mode=("single-row", "single-cell", "single-column"),
    )
    if event.selection.columns:
        listing.arrange(next_sort(event, sort))
        _release()
        st.rerun()
    row = clicked_row(event)
    if row is not None and row < len(page.rows):
        st.dialog("承诺依据", width="large", on_dismiss=_release)(draw_evidence_of)(page.rows[row])


def _turn(key: str) -> None:
    listing.turn(st.session_state[key])
    _release()


def _arrange() -> None:
    listing.arrange(st.session_state["commitments-sort"])
    _release()


def _release() -> None:
    """Let go of what was clicked in the table: a table under a new key begins without a selection."""
    st.session_state["commitments-turn"] += 1
