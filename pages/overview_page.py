"""总览 /: how much the ledger holds, which meetings were last, and what falls due next."""

import datetime as dt

import streamlit as st

from dashboard import filters, labels
from dashboard.clock import today
from dashboard.connection import get_ledger
from dashboard.element import as_text, write_figures, write_quiet
from dashboard.figure import CONFIG, draw_themes
from dashboard.navigation import COMMITMENTS, TIMELINE, link, link_report
from dashboard.nothing import draw_nothing
from ecoledger.ledger.commitment import CommitmentRow
from ecoledger.ledger.facet import count_facets
from ecoledger.ledger.meeting import MeetingRow
from ecoledger.ledger.overview import (
    Overview,
    count_overdue,
    count_overview,
    list_due_next,
    list_latest_meetings,
)


def render() -> None:
    """Draw what the filters leave, in figures and short lists."""
    st.title("总览", anchor=False)
    ledger, wanted, on = get_ledger(), filters.current(), today()
    figures = count_overview(ledger, wanted)
    if not figures.reports:
        draw_nothing(wanted, "报告")
        return
    _draw_figures(figures)
    meetings, due = st.columns(2, gap="large")
    with meetings:
        st.subheader("最近的会议", anchor=False)
        for meeting in list_latest_meetings(ledger, wanted, limit=6):
            _draw_meeting(meeting)
        link(TIMELINE, "全部会议", icon=":material/arrow_forward:")
    with due:
        st.subheader("接下来到期", anchor=False)
        overdue = count_overdue(ledger, on, wanted)
        coming = list_due_next(ledger, on, wanted, limit=6)
        st.html(
            write_quiet(
                f"截至{labels.date_text(on)}，已过期限 {overdue:,} 条"
                + ("。" if coming else "，没有将要到期的承诺。")
            )
        )
        for row in coming:
            _draw_due(row, on)
        link(COMMITMENTS, "全部承诺", icon=":material/arrow_forward:")
    themes = count_facets(ledger, wanted).themes
    if themes:
        st.subheader("各领域的承诺", anchor=False)
        st.html(write_quiet("一条承诺可属于多个领域。"))
        st.plotly_chart(draw_themes(themes), config=CONFIG, theme=None, key="themes")


def _draw_figures(figures: Overview) -> None:
    def share(count: int) -> str:
        return f"占 {count / figures.commitments:.0%}" if figures.commitments else "—"

    undated = f"{figures.undated_reports:,} 份报告日期不详" if figures.undated_reports else "日期齐全"
    st.html(
        write_figures(
            [
                (f"{figures.places:,}", "地区", f"{figures.reports:,} 份报告"),
                (f"{figures.meetings:,}", "会议", undated),
                (
                    f"{figures.commitments:,}",
                    "承诺",
                    f"{figures.unreliable:,} 份报告文字不可靠" if figures.unreliable else "文字均可靠",
                ),
                (f"{figures.with_target:,}", "有目标", share(figures.with_target)),
                (f"{figures.with_deadline:,}", "有时限", share(figures.with_deadline)),
                (f"{figures.with_body:,}", "有责任单位", share(figures.with_body)),
            ]
        )
    )


def _draw_meeting(meeting: MeetingRow) -> None:
    with st.container(gap=None):
        link_report(meeting.report_id, as_text(meeting.name or meeting.title or labels.NO_TITLE))
        parts = [
            meeting.place or labels.NO_PLACE,
            labels.date_text(meeting.date),
            f"{meeting.commitments} 条承诺",
        ]
        st.caption(as_text("　".join(parts)))


def _draw_due(row: CommitmentRow, on: dt.date) -> None:
    left = (row.due - on).days if row.due else 0
    with st.container(gap=None):
        link_report(row.report_id, as_text(row.text))
        st.caption(as_text(f"{labels.date_text(row.due)}（还有 {left} 天）　{row.place or labels.NO_PLACE}"))
