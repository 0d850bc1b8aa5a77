"""报告 /report?id=…: one report with all that was read from it."""

import streamlit as st

from dashboard.connection import get_ledger
from dashboard.deletion import draw_deletion
from dashboard.element import as_text, write_quiet, write_tag
from dashboard.guide import draw_guide_button
from dashboard.labels import SHORT_LABELS, title_of
from dashboard.navigation import COMMITMENTS, link
from dashboard.report import view as report_view
from dashboard.report_list import draw_reports
from dashboard.source_view import draw_sources
from ecoledger.ledger.commitment import get_commitment
from ecoledger.ledger.report import StoredReport, get_report


def render() -> None:
    """Draw the report that the address names."""
    identity = st.query_params.get("id", "")
    if not identity:
        draw_reports(get_ledger())
        return
    stored = get_report(get_ledger(), identity)
    if stored is None:
        st.title("报告", anchor=False)
        st.warning("台账中没有这份报告：它可能已被删除，或网址不完整。", icon=":material/search_off:")
        link(COMMITMENTS, "到承诺台账", icon=":material/arrow_forward:")
        return
    _draw(stored)


def _draw(stored: StoredReport) -> None:
    report = stored.report
    with st.container(horizontal=True):
        st.button("全部报告", icon=":material/arrow_back:", type="tertiary", on_click=st.query_params.clear)
        draw_guide_button()
    st.title(as_text(title_of(report)), anchor=False)
    st.html(_summary(stored))
    facts, people = st.columns(2, gap="large")
    with facts:
        report_view.draw_facts(report, stored.standing, stored.meeting_kind)
    with people, st.expander(f"人员（{len(report.people)}）", expanded=len(report.people) <= 6):
        report_view.draw_people(report)
    report_view.draw_texts(report, _find_item())
    damage, doubts = st.columns(2, gap="large")
    with damage:
        st.subheader("损坏与修复")
        report_view.draw_damage(report)
    with doubts:
        st.subheader("存疑之处")
        report_view.draw_issues(report, stored.correction)
    draw_sources(stored)
    st.divider()
    draw_deletion(report, len(stored.sources))


def _find_item() -> str | None:
    """Return the id of the commitment that the address names: it may be the one it has in another source."""
    item = st.query_params.get("item")
    row = get_commitment(get_ledger(), item) if item else None
    return row.id if row else None


def _summary(stored: StoredReport) -> str:
    commitments = stored.report.commitments
    unreliable = "" if stored.report.reliable else write_tag("文字不可靠", "late")
    if not commitments:
        return unreliable + write_quiet("没有读到承诺。")
    counts = {label: sum(c.label == label for c in commitments) for label in SHORT_LABELS}
    tags = [write_tag(f"{SHORT_LABELS[label]} {count}", label) for label, count in counts.items() if count]
    dated = sum(any(d.due for d in c.deadlines) for c in commitments)
    tags.append(write_tag(f"有目标 {sum(bool(c.targets) for c in commitments)}"))
    tags.append(write_tag(f"有截止日期 {dated}"))
    return "".join((*tags, unreliable))
