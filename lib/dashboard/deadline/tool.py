"""What stands above the views of deadlines: the choice of a view, the way through the months, the calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.deadline import state
from dashboard.deadline.board import MONTHS
from dashboard.deadline.month import YEARS, add_months
from dashboard.deadline.state import VIEWS, usual_month
from dashboard.deadline.wording import month_text
from dashboard.download.file import build_file, file_name
from dashboard.language import tr
from ecoledger.export.form import FORMS
from ecoledger.export.layout import LEDGER
from ecoledger.ledger.sort import Sort

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.deadline.state import State
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

_VIEW = "deadlines-view"
_STEP = {"board": MONTHS // 2, "calendar": 1}
"""Months that one turn moves a view."""


def draw_views(at: State) -> None:
    """Draw the choice of a view."""
    st.session_state[_VIEW] = at.view
    st.segmented_control(
        tr("显示方式"),
        list(VIEWS),
        format_func=lambda view: tr(VIEWS[view]),
        key=_VIEW,
        required=True,
        on_change=state.change_view,
        args=(_VIEW,),
        label_visibility="collapsed",
    )


def draw_turning(at: State, on: dt.date) -> None:
    """Draw the buttons to the months before and after, and back to this one."""
    step = _STEP[at.view]
    first, last = usual_month(at.view, on), add_months(at.month, MONTHS - 1)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="turning"):
        _button(tr("上一月") if step == 1 else tr("前 {count} 个月", count=step), "back", at, -step)
        name = month_text(at.month)
        st.markdown(f"**{name}**" if step == 1 else f"**{name} — {month_text(last)}**", width="content")
        _button(tr("下一月") if step == 1 else tr("后 {count} 个月", count=step), "on", at, step)
        if at.month != first:
            st.button(tr("回到本月"), key="turn-now", type="tertiary", on_click=state.turn, args=(first,))


def draw_file(ledger: Ledger, wanted: Filter) -> None:
    """Draw the button for the calendar file of what the filters leave."""
    form = FORMS["ics"]
    st.download_button(
        tr("下载日历（.ics）"),
        build_file(ledger, wanted, Sort("due", descending=False), form, LEDGER),
        file_name=file_name(form),
        mime=form.mime,
        icon=":material/calendar_add_on:",
        on_click="ignore",
        help=tr("有确定日期的时限各成一个全天日程，可导入 Outlook、WPS 日历或手机；其余的在日历说明中计数。"),
    )


def _button(label: str, name: str, at: State, count: int) -> None:
    month = add_months(at.month, count)
    st.button(
        label,
        key=f"turn-{name}",
        icon=":material/chevron_left:" if count < 0 else ":material/chevron_right:",
        icon_position="left" if count < 0 else "right",
        disabled=month == at.month or not YEARS[0] < month.year < YEARS[1],
        on_click=state.turn,
        args=(month,),
    )
