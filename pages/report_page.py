"""报告 /report?id=…: one report with all that was read from it."""

import streamlit as st

from dashboard import filters
from dashboard.connection import get_ledger
from dashboard.deletion import draw_deletion
from dashboard.element import as_text
from dashboard.guide import draw_guide_button
from dashboard.labels import title_of
from dashboard.language import tr
from dashboard.navigation import COMMITMENTS, link
from dashboard.report import view
from dashboard.report.neighbour import find_neighbours, write_neighbours
from dashboard.report.summary import write_summary
from dashboard.report_list import draw_reports
from dashboard.source_view import draw_sources
from ecoledger.ledger.commitment import get_commitment
from ecoledger.ledger.report import StoredReport, get_report


def render() -> None:
    """Draw the report that the address names."""
    identity = st.query_params.get("id", "")
    if not identity:
        draw_reports(get_ledger(), filters.current())
        return
    stored = get_report(get_ledger(), identity)
    if stored is None:
        st.title(tr("报告"), anchor=False)
        st.warning(tr("台账中没有这份报告：它可能已被删除，或网址不完整。"), icon=":material/search_off:")
        link(COMMITMENTS, tr("到承诺台账"), icon=":material/arrow_forward:")
        return
    _draw(stored)


def _draw(stored: StoredReport) -> None:
    report = stored.report
    with st.container(horizontal=True):
        st.button(
            tr("全部报告"), icon=":material/arrow_back:", type="tertiary", on_click=st.query_params.clear
        )
        draw_guide_button()
    st.title(as_text(title_of(report)), anchor=False)
    st.html(write_summary(report))
    facts, people = st.columns(2, gap="large")
    with facts:
        view.draw_facts(report, stored.standing, stored.meeting_kind)
    with people:
        view.draw_people(report)
    neighbours = find_neighbours(get_ledger(), report.id)
    if neighbours is not None:
        st.html(write_neighbours(neighbours))
    view.draw_texts(report, _find_item())
    damage, doubts = st.columns(2, gap="large")
    with damage:
        st.subheader(tr("损坏与修复"), anchor=False)
        view.draw_damage(report)
    with doubts:
        st.subheader(tr("存疑之处"), anchor=False)
        view.draw_issues(report, stored.correction)
    draw_sources(stored)
    st.divider()
    draw_deletion(report, len(stored.sources))


def _find_item() -> str | None:
    """Return the id of the commitment that the address names: it may be the one it has in another source."""
    item = st.query_params.get("item")
    row = get_commitment(get_ledger(), item) if item else None
    return row.id if row else None
