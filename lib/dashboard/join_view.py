"""Lets a person join a report with another: one that was parted from it, or any that publishes the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.connection import get_ledger
from dashboard.element import as_text
from dashboard.language import tr
from dashboard.navigation import link_report
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.group import join_by_hand
from ecoledger.ledger.match import list_parted
from ecoledger.ledger.report import get_report, list_reports

if TYPE_CHECKING:
    from ecoledger.ledger.report import ReportRow, StoredReport

_JOINED = "joined-report"
"""Whether two reports were just joined, to be told when the page is drawn again."""
_MOST = 50
_ADDRESS = re.compile(r"(?:^|[?&]id=)([0-9a-f]{16})(?=$|[&#\s])")


def draw_joining(stored: StoredReport) -> None:
    """Draw what was parted from the report, and the ways to make it one with another."""
    if st.session_state.pop(_JOINED, False):
        st.success(tr("已合并为一份报告，各份原文都作为来源保存。"), icon=":material/call_merge:")
    for parted in list_parted(get_ledger(), stored.report.id):
        with st.container(horizontal=True, vertical_alignment="center"):
            title = as_text(parted.title or tr(labels.NO_TITLE))
            st.markdown(tr("已由人工与《{title}》分开，不会再自动合并。", title=title), width="content")
            link_report(parted.id, tr("查看"))
            if st.button(tr("重新合并"), icon=":material/call_merge:", key=f"rejoin-{parted.id}"):
                _join(stored, parted.id)
    with st.expander(tr("与另一份报告合并"), icon=":material/call_merge:"):
        _draw_choice(stored)


def find_id(words: str) -> str | None:
    """Return the id of a report from its address, or from the id itself; None for other words."""
    found = _ADDRESS.search(words.strip())
    return found[1] if found else None


def _draw_choice(stored: StoredReport) -> None:
    """Let the other report be chosen among those of the same place, or be named by its address."""
    st.caption(tr("确属同一篇报道时才合并：只按一份报告计数，人工设定保留，合并后仍可在“来源”中分开。"))
    near = {row.id: row for row in _list_near(stored)}
    chosen = None
    if near:
        chosen = st.selectbox(
            tr("同一地区的报告"),
            list(near),
            index=None,
            format_func=lambda one: _name(near[one]),
            placeholder=tr("选择另一份报告"),
            key=f"join-near-{stored.report.id}",
        )
    words = ""
    if chosen is None:
        words = st.text_input(
            tr("另一份报告的网址"),
            placeholder=tr("打开那份报告，复制浏览器里的网址，粘贴到这里"),
            key=f"join-address-{stored.report.id}",
        )
    other = chosen or find_id(words)
    if words.strip() and (other is None or get_report(get_ledger(), other) is None):
        st.warning(tr("台账中没有这份报告，请粘贴报告页的完整网址。"), icon=":material/search_off:")
    elif other is not None and st.button(tr("合并为一份报告"), type="primary", key=f"join-{other}"):
        _join(stored, other)


def _join(stored: StoredReport, other: str) -> None:
    if join_by_hand(get_ledger(), stored.report.id, other) is None:
        st.warning(tr("这已经是同一份报告，或另一份刚被删除。"), icon=":material/info:")
        return
    st.session_state[_JOINED] = True
    st.rerun()


def _list_near(stored: StoredReport) -> tuple[ReportRow, ...]:
    """Return other reports of the same place, the latest first; none where it is not known."""
    path = stored.region.path if stored.region else ()
    codes = [place.adcode for place in path if len(place.adcode) == 6]
    if not codes:
        return ()
    found = list_reports(get_ledger(), _within(codes[-1]), limit=_MOST)
    return tuple(row for row in found if row.id != stored.report.id)


def _within(code: str) -> Filter:
    if code.endswith("0000"):
        return Filter(provinces=(code,))
    return Filter(prefectures=(code,)) if code.endswith("00") else Filter(counties=(code,))


def _name(row: ReportRow) -> str:
    facts = tr("，").join((row.place or tr(labels.NO_PLACE), labels.date_text(row.date)))
    title = row.title or row.meeting or tr(labels.NO_TITLE)
    return tr("{title}（{facts}）", title=title, facts=facts)
