"""会议时间线 /timeline: meetings in time by place, as a chart and as a list; a click opens the report."""

import streamlit as st

from dashboard import filters
from dashboard.connection import get_ledger
from dashboard.element import write_quiet
from dashboard.navigation import go_report
from dashboard.nothing import draw_nothing
from dashboard.timeline.figure import CONFIG, build_figure, chosen_report
from dashboard.timeline.meeting import common_kinds, lay_marks, split_dated
from dashboard.timeline.view import CHART_LIMIT, draw_dated, draw_undated
from ecoledger.ledger.meeting import list_meetings


def render() -> None:
    """Draw the meetings that the filters leave; those without a date stand apart."""
    st.title("会议时间线", anchor=False)
    wanted = filters.current()
    meetings = list_meetings(get_ledger(), wanted)
    if not meetings:
        draw_nothing(wanted, "会议")
        return
    dated, undated = split_dated(meetings)
    apart = f"，另有 {len(undated):,} 次日期不详，单列于后" if undated else ""
    st.html(
        write_quiet(f"共 {len(dated):,} 次会议有确定日期{apart}。图中日期均为会议当日，不以发布日期代替。")
    )
    if dated:
        _draw_chart(dated)
        draw_dated(dated)
    if undated:
        draw_undated(undated)


def _draw_chart(dated: tuple) -> None:
    shown = dated[:CHART_LIMIT]
    if len(shown) < len(dated):
        st.caption(f"图中只画最近的 {CHART_LIMIT:,} 次，全部会议见下方列表；可用起止日期缩小范围。")
    event = st.plotly_chart(
        build_figure(lay_marks(shown), common_kinds(shown)),
        config=CONFIG,
        on_select="rerun",
        selection_mode="points",
        key="timeline",
    )
    report = chosen_report(event.selection)
    if report is not None:
        go_report(report)
