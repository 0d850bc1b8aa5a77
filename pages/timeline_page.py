"""会议时间线 /timeline: meetings in time by place and kind, and commitments from promise to deadline."""

import streamlit as st

from dashboard import filters
from dashboard.clock import today
from dashboard.connection import get_ledger
from dashboard.element import write_quiet
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.nothing import draw_nothing
from dashboard.timeline import state
from dashboard.timeline.chart_view import draw_commitments, draw_meetings
from dashboard.timeline.view import draw_undated
from ecoledger.ledger.meeting import meeting_frame
from ecoledger.ledger.selection import select

_SHOW = "timeline-show"


def render() -> None:
    """Draw the chart that is chosen, for what the filters leave; meetings without a date stand apart."""
    st.title(tr("会议时间线"), anchor=False)
    ledger, wanted = get_ledger(), filters.current()
    found = select(ledger, wanted)
    meetings = meeting_frame(found)
    if not len(meetings):
        draw_nothing(wanted, tr("会议"))
        return
    _draw_choice()
    if state.current().show == "commitments":
        draw_commitments(ledger, found, current_rule())
        return
    known = meetings["date"].notna()
    dated, undated = meetings[known], meetings[~known]
    said = tr("共 {count} 次会议有确定日期", count=f"{len(dated):,}")
    apart = tr("，另有 {count} 次日期不详，单列于后", count=f"{len(undated):,}") if len(undated) else ""
    st.html(write_quiet(said + apart + tr("。图中日期均为会议当日，不以发布日期代替。")))
    if len(dated):
        draw_meetings(found, dated, today())
    if len(undated):
        draw_undated(undated)


def _draw_choice() -> None:
    st.session_state[_SHOW] = state.current().show
    st.segmented_control(
        tr("显示"),
        list(state.SHOWS),
        format_func=lambda show: tr(state.SHOWS[show]),
        key=_SHOW,
        required=True,
        on_change=state.take_widget,
        args=("show", _SHOW),
        label_visibility="collapsed",
    )
