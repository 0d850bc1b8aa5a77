"""Draws the table of commitments: the bar, the groups, the rows, the pages, and what is done with ticked rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.connection import get_ledger, told
from dashboard.download import draw_downloads
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.nothing import draw_nothing
from dashboard.report.evidence import draw_evidence_of
from dashboard.table import act, listing
from dashboard.table.bar import draw_bar
from dashboard.table.component import mount_table
from dashboard.table.grid import write_grid
from dashboard.table.overview import draw_overview
from dashboard.table.page import read_page
from dashboard.table.pick import list_picked
from dashboard.table.pick_view import draw_picked
from ecoledger.ledger.commitment import get_commitment

if TYPE_CHECKING:
    from dashboard.table.listing import Listing
    from dashboard.table.page import TablePage
    from ecoledger.ledger.store import Ledger


def draw_table() -> None:
    """Draw the table of what the filters leave; what is done to it draws it alone anew. Raises LedgerError."""
    get_ledger()
    _draw_told()


@st.fragment
def _draw_told() -> None:
    with told():
        _draw()


def _draw() -> None:
    ledger, wanted, rule = get_ledger(), filters.current(), current_rule()
    at = listing.current(wanted)
    page = read_page(ledger, at, rule)
    if not page.total:
        draw_nothing(wanted, tr("承诺"))
        return
    if page.page != at.page:
        listing.change(page=page.page)
        at = listing.held()
    listing.write_address(at)
    draw_bar(at)
    if page.groups:
        draw_overview(page, at, rule)
    st.markdown(_count_text(page))
    st.html(write_grid(page, at, rule))
    mount_table(list_picked(), page.page, act.take)
    _draw_pages(page, at)
    if list_picked():
        draw_picked(ledger, at, rule)
    else:
        draw_downloads(ledger, wanted, at.sort)
    _draw_evidence(ledger)


def _count_text(page: TablePage) -> str:
    said = tr(
        "共 **{total}** 条，第 {page} / {pages} 页。",
        total=f"{page.total:,}",
        page=f"{page.page:,}",
        pages=f"{page.pages:,}",
    )
    if page.lines_total == page.total:
        return said
    return said + tr("可重复计：一条可列在几组，共列出 {lines} 行。", lines=f"{page.lines_total:,}")


def _draw_pages(page: TablePage, at: Listing) -> None:
    if page.pages == 1:
        return
    # another filter or order begins at its own first page
    key = f"commitments-page-{hash((at.wanted, at.sort, at.size, at.group))}"
    st.session_state[key] = page.page
    st.pagination(page.pages, key=key, on_change=_turn, args=(key,))


def _turn(key: str) -> None:
    listing.change(page=st.session_state[key])


def _draw_evidence(ledger: Ledger) -> None:
    asked = act.pop_asked()
    row = get_commitment(ledger, asked) if asked else None
    if row is not None:
        st.dialog(tr("承诺依据"), width="large")(draw_evidence_of)(row)
