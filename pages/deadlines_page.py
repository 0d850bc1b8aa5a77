"""到期 /deadlines: what falls due when, by month and light and as a calendar; apart from it what has no day."""

import streamlit as st

from dashboard import filters
from dashboard.clock import today
from dashboard.connection import get_ledger
from dashboard.deadline import state
from dashboard.deadline.board import build_board
from dashboard.deadline.board_view import write_columns, write_counts
from dashboard.deadline.calendar import build_calendar
from dashboard.deadline.calendar_view import write_calendar
from dashboard.deadline.legend import write_legend
from dashboard.deadline.setting_view import draw_setting
from dashboard.deadline.tool import draw_file, draw_turning, draw_views
from dashboard.deadline.undated_view import draw_undated
from dashboard.element import write_quiet
from dashboard.language import tr
from dashboard.light_setting import current_rule, say_rule
from dashboard.nothing import draw_nothing
from ecoledger.ledger.commitment import read_rows
from ecoledger.ledger.selection import read_selection


def render() -> None:
    """Draw the deadlines of what the filters leave."""
    st.title(tr("到期"), anchor=False)
    ledger, wanted, rule = get_ledger(), filters.current(), current_rule()
    at = state.current(today())
    with ledger.read() as connection:  # one state of the ledger for counts and words
        found = read_selection(ledger, connection, wanted)
        board = build_board(found, rule, at.month)
        calendar = build_calendar(found, at.month)
        shown = {"board": board.numbers, "calendar": calendar.numbers}.get(at.view, ())
        rows = dict(zip(shown, read_rows(connection, shown), strict=True))
    if not board.total:
        draw_nothing(wanted, tr("承诺"))
        return
    st.html(write_legend(board.lights, wanted, rule))
    st.html(write_quiet(say_rule(rule)))
    with st.container(horizontal=True, vertical_alignment="center", key="deadline-tools"):
        draw_views(at)
        draw_setting(ledger)
        draw_file(ledger, wanted)
    if at.view in ("board", "calendar"):
        draw_turning(at, today())
    if at.view == "board":
        st.html(write_counts(board, wanted, rule))
        st.html(write_columns(board, rows, wanted, rule))
    elif at.view == "calendar":
        st.html(write_quiet(tr("本月到期 {count} 条。", count=f"{calendar.total:,}")))
        st.html(write_calendar(calendar, rows, wanted, rule))
    else:
        draw_undated(ledger, wanted, rule, at.view)
