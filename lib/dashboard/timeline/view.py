"""The timeline as lists: meetings by month, each a link to its report; those without a date apart."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.deadline.wording import month_text
from dashboard.element import write_quiet
from dashboard.labels import NO_DATE
from dashboard.language import tr
from dashboard.navigation import report_address
from dashboard.timeline.meeting import as_rows, detail_words, group_months, meeting_name, undated_words

if TYPE_CHECKING:
    import pandas as pd

    from ecoledger.ledger.meeting import MeetingRow

PAGE = 50


def draw_dated(dated: pd.DataFrame) -> None:
    """Draw the meetings that have a date, the latest first, a page at a time."""
    ordered = dated.sort_values("date", ascending=False, kind="stable")
    months = group_months(as_rows(_page(ordered, "timeline-page")))
    st.html("".join(_write_month(month_text(month), rows) for month, rows in months))


def draw_undated(undated: pd.DataFrame) -> None:
    """Draw the meetings without a date, with the words that the report has for it."""
    st.subheader(tr("{none}（{count}）", none=tr(NO_DATE), count=f"{len(undated):,}"), anchor=False)
    st.html(write_quiet(tr("报告没有写明会议是哪一天，因此不排入时间线。")))
    rows = as_rows(_page(undated, "timeline-undated-page"))
    items = "".join(_write_row(row, "", f"{detail_words(row)}　{undated_words(row)}") for row in rows)
    st.html(f'<ul class="meetings">{items}</ul>')


def _write_month(title: str, rows: tuple[MeetingRow, ...]) -> str:
    items = "".join(
        _write_row(row, tr("{day}日", day=row.date.day) if row.date else "", detail_words(row))
        for row in rows
    )
    return f'<h4>{escape(title)}</h4><ul class="meetings">{items}</ul>'


def _write_row(row: MeetingRow, day: str, detail: str) -> str:
    head = f"<b>{escape(day)}</b>" if day else ""
    address = escape(report_address(row.report_id))
    return (
        f'<li>{head}<a href="{address}">{escape(meeting_name(row))}</a><small>{escape(detail)}</small></li>'
    )


def _page(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the rows of the page chosen, with a way to turn pages where there are several."""
    pages = -(-len(rows) // PAGE)
    if pages <= 1:
        return rows
    # Other meetings than before begin at their first page again.
    page = min(st.pagination(pages, key=f"{key}-{pages}-{rows['report_id'].iloc[0]}"), pages)
    return rows.iloc[(page - 1) * PAGE : page * PAGE]
