"""What is done with ticked rows: look at just these, print them, download them."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters, labels
from dashboard.clock import now
from dashboard.download import draw_downloads
from dashboard.language import tr
from dashboard.table.grid import write_grid
from dashboard.table.page import read_page
from dashboard.table.pick import MOST, drop_picks, list_picked
from ecoledger.ledger.filter import Filter

if TYPE_CHECKING:
    from dashboard.table.listing import Listing
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.store import Ledger

_PRINTS = "table-prints"
_PRINTED = "table-printed"
"""The rows that were asked to be printed last; the sheet stands until others are ticked."""
_IN_ADDRESS = 200
"""So many rows an address can name."""


def draw_picked(ledger: Ledger, at: Listing, rule: LightRule) -> None:
    """Draw how many rows are ticked, and what can be done with them."""
    picked = list_picked()
    chosen = Filter(commitments=picked)
    with st.container(key="table-picked"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(tr("已选 **{count}** 条", count=f"{len(picked):,}"))
            few = len(picked) <= _IN_ADDRESS
            st.button(
                tr("只看这些"),
                disabled=not few,
                help=None if few else tr("最多只看 {most} 条。", most=_IN_ADDRESS),
                on_click=filters.choose,
                args=(chosen,),
            )
            st.button(tr("打印这些"), icon=":material/print:", on_click=_ask_print)
            with st.popover(tr("下载这些"), icon=":material/download:"):
                draw_downloads(ledger, chosen, at.sort)
            st.button(tr("取消选择"), type="tertiary", on_click=drop_picks)
        if len(picked) == MOST:
            st.caption(tr("一次最多选 {most} 条；更多请用筛选。", most=f"{MOST:,}"))
    if st.session_state.get(_PRINTED) == picked:
        st.html(_write_sheet(ledger, replace(at, wanted=chosen), rule))


def _ask_print() -> None:
    st.session_state[_PRINTS] = st.session_state.get(_PRINTS, 0) + 1
    st.session_state[_PRINTED] = list_picked()


def _write_sheet(ledger: Ledger, at: Listing, rule: LightRule) -> str:
    """Return the ticked rows for paper, with what they are and when they were printed."""
    page = read_page(ledger, replace(at, page=1, size=MOST, group="", dense=False), rule)
    head = tr("承诺台账（选定 {count} 条）", count=f"{page.total:,}")
    made = tr("打印：{at}", at=f"{now():%Y-%m-%d %H:%M}")
    held = tr("期限状态截至 {day}", day=labels.date_text(rule.on))
    return (
        f'<section class="sheet" data-number="{st.session_state[_PRINTS]}"><h1>{escape(head)}</h1><p>{escape(made)}{escape(tr("；"))}{escape(held)}</p>'
        f"{write_grid(page, replace(at, group=''), rule)}</section>"
    )
