"""Deletes a report, after asking twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.connection import get_ledger
from dashboard.element import as_text
from dashboard.labels import title_of
from dashboard.language import tr
from ecoledger.ledger.write import delete_report

if TYPE_CHECKING:
    from ecoledger.model import Report

DELETED = "deleted-report"
"""The title of the report that was just deleted, to be told on the next page drawn."""


def draw_deletion(report: Report, sources: int) -> None:
    """Draw the way to delete `report`: a button that asks, and a second that does it and leaves for the list.

    `sources` is how many documents publish it: all of them go.
    """
    asked = f"delete-{report.id}"
    if not st.session_state.get(asked):
        if st.button(tr("删除这份报告"), icon=":material/delete:", key=f"{asked}-ask"):
            st.session_state[asked] = True
            st.rerun()
        return
    also = tr("和 {sources} 处来源", sources=sources) if sources > 1 else ""
    st.warning(
        tr(
            "确定删除“{title}”？它的 {count} 条承诺{also}会一并删除，不能恢复。",
            title=as_text(title_of(report)),
            count=len(report.commitments),
            also=also,
        ),
        icon=":material/warning:",
    )
    with st.container(horizontal=True):
        if st.button(tr("确定删除"), type="primary", key=f"{asked}-sure"):
            del st.session_state[asked]
            delete_report(get_ledger(), report.id)
            st.session_state[DELETED] = title_of(report)
            del st.query_params["id"]
            st.rerun()
        if st.button(tr("保留"), key=f"{asked}-keep"):
            del st.session_state[asked]
            st.rerun()
