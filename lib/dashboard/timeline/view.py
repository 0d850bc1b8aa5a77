"""The timeline as a list: by month, each meeting a link to its report; those without a date apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.element import as_text, write_quiet
from dashboard.labels import NO_DATE
from dashboard.navigation import link_report
from dashboard.timeline.meeting import detail_words, group_months, meeting_name, undated_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.meeting import MeetingRow

CHART_LIMIT = 1500
"""Marks that the chart draws without a pause."""
PAGE = 50


def draw_dated(dated: Sequence[MeetingRow]) -> None:
    """Draw the meetings that have a date, the latest first, a page at a time."""
    st.subheader("按月列表", anchor=False)
    for month in group_months(_page(dated, "timeline-page")):
        st.markdown(f"**{month.title}**")
        for row in month.meetings:
            _draw_row(row, f"{row.date.day}日" if row.date else "", detail_words(row))


def draw_undated(undated: Sequence[MeetingRow]) -> None:
    """Draw the meetings without a date, with the words that the report has for it."""
    st.subheader(f"{NO_DATE}（{len(undated):,}）", anchor=False)
    st.html(write_quiet("报告没有写明会议是哪一天，因此不排入时间线。"))
    for row in _page(undated, "timeline-undated-page"):
        _draw_row(row, "", f"{detail_words(row)}　{undated_words(row)}")


def _draw_row(row: MeetingRow, day: str, detail: str) -> None:
    with st.container(gap=None):
        label = as_text(meeting_name(row))
        link_report(row.report_id, f"{day}　{label}" if day else label)
        st.caption(as_text(detail))


def _page(rows: Sequence[MeetingRow], key: str) -> Sequence[MeetingRow]:
    """Return the rows of the page chosen, with a way to turn pages where there are several."""
    pages = -(-len(rows) // PAGE)
    if pages <= 1:
        return rows
    # Other meetings than before begin at their first page again.
    page = min(st.pagination(pages, key=f"{key}-{pages}-{rows[0].report_id}"), pages)
    return rows[(page - 1) * PAGE : page * PAGE]
