"""Lists the reports of the ledger, to open one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.deletion import DELETED
from dashboard.element import as_text, write_link, write_quiet, write_table
from dashboard.language import tr
from dashboard.navigation import report_address
from dashboard.nothing import draw_nothing
from ecoledger.ledger.report import count_reports, list_reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.report import ReportRow
    from ecoledger.ledger.store import Ledger

SIZE = 50
"""Reports on a page, the latest first."""

_PAGE = "reports-page"


def draw_reports(ledger: Ledger, wanted: Filter) -> None:
    """Draw the reports that pass a filter, the latest first, each a link. Raises LedgerError."""
    st.title(tr("报告"), anchor=False)
    if DELETED in st.session_state:
        st.success(
            as_text(tr("“{title}”已删除。", title=st.session_state.pop(DELETED))),
            icon=":material/check_circle:",
        )
    total = count_reports(ledger, wanted)
    if not total:
        draw_nothing(wanted, tr("报告"))
        return
    pages = -(-total // SIZE)
    page = min(st.session_state.get(_PAGE, 1), pages)
    shown = list_reports(ledger, wanted, offset=(page - 1) * SIZE, limit=SIZE)
    said = tr("共 {total} 份，第 {page} / {pages} 页。", total=f"{total:,}", page=page, pages=pages)
    st.html(write_quiet(said) + write_reports(shown))
    if pages > 1:
        st.session_state[_PAGE] = page
        st.pagination(pages, key=_PAGE)


def write_reports(reports: Iterable[ReportRow]) -> str:
    """Return the table."""
    head = (tr("标题"), tr("地区"), tr("日期"), tr("来源"), tr("承诺"), tr("文字可靠"))
    return write_table(head, (_cells(report) for report in reports), "reports")


def _cells(report: ReportRow) -> tuple[str, ...]:
    return (
        write_link(report.title or report.meeting or tr(labels.NO_TITLE), report_address(report.id)),
        report.place or tr(labels.NO_PLACE),
        report.date.isoformat() if report.date else tr(labels.NO_DATE),
        report.source or "",
        f"{report.commitments:,}",
        tr("是") if report.reliable else tr("否"),
    )
