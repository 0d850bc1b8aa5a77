"""Lists the reports of the ledger, to open one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard import labels
from dashboard.canvas import clicked_row, draw_ahead
from dashboard.deletion import DELETED
from dashboard.element import as_text
from dashboard.language import tr
from dashboard.navigation import go_report
from dashboard.nothing import draw_nothing
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.report import count_reports, list_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.report import ReportRow
    from ecoledger.ledger.store import Ledger

SIZE = 50
"""Reports on a page, the latest first."""

_PAGE = "reports-page"
_WIDTHS = {"标题": 470, "地区": 100, "日期": 110, "来源": 170, "承诺": 70, "文字可靠": 90}


def draw_reports(ledger: Ledger) -> None:
    """Draw the latest reports as a table; a click opens one. Raises LedgerError."""
    st.title(tr("报告"), anchor=False)
    if DELETED in st.session_state:
        st.success(
            as_text(tr("“{title}”已删除。", title=st.session_state.pop(DELETED))),
            icon=":material/check_circle:",
        )
    total = count_reports(ledger)
    if not total:
        draw_nothing(Filter(), tr("报告"))
        return
    pages = -(-total // SIZE)
    page = min(st.session_state.get(_PAGE, 1), pages)
    shown = list_reports(ledger, offset=(page - 1) * SIZE, limit=SIZE)
    st.markdown(
        tr(
            "共 **{total:,}** 份，第 {page} / {pages} 页。点一行打开报告。",
            total=total,
            page=page,
            pages=pages,
        )
    )
    frame = build_frame(shown)
    draw_ahead(frame)
    event = st.dataframe(
        frame,
        key=f"reports-{page}",
        hide_index=True,
        height=min(len(shown), 20) * 35 + 38,
        column_config={
            name: st.column_config.Column(tr(name), width=width) for name, width in _WIDTHS.items()
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
    )
    if pages > 1:
        st.pagination(pages, key=_PAGE)
    row = clicked_row(event)
    if row is not None and row < len(shown):
        go_report(shown[row].id)


def build_frame(reports: Sequence[ReportRow]) -> pd.DataFrame:
    """Return the reports as words for the screen."""
    return pd.DataFrame([_cells(report) for report in reports], columns=list(_WIDTHS))


def _cells(report: ReportRow) -> tuple[str | int, ...]:
    return (
        report.title or report.meeting or tr(labels.NO_TITLE),
        report.place or tr(labels.NO_PLACE),
        report.date.isoformat() if report.date else tr(labels.NO_DATE),
        report.source or "",
        report.commitments,
        tr("是") if report.reliable else tr("否"),
    )
