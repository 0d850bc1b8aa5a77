"""The two charts of the timeline, each with its list below; they follow the zoom without the rest of the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.address import write_address
from dashboard.element import write_quiet
from dashboard.language import tr
from dashboard.light_setting import say_rule
from dashboard.navigation import COMMITMENTS, REPORT, TIMELINE, go
from dashboard.timeline import state
from dashboard.timeline.bar import build_bars, rows_of
from dashboard.timeline.bar_view import NOTES, plot_bars, write_bars
from dashboard.timeline.component import show_timeline
from dashboard.timeline.grid import count_grid, write_grid
from dashboard.timeline.lane import lay_lanes
from dashboard.timeline.plot import as_days, plot_meetings, within
from dashboard.timeline.span import write_span
from dashboard.timeline.view import draw_dated
from ecoledger.ledger.commitment import read_rows

if TYPE_CHECKING:
    import datetime as dt

    import numpy as np
    import pandas as pd

    from dashboard.timeline.lane import Lane, Lanes
    from dashboard.timeline.span import Span
    from dashboard.timeline.state import State
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger

_BELOW = "timeline-below"


@st.fragment
def draw_meetings(found: Selection, dated: pd.DataFrame, on: dt.date) -> None:
    """Draw the meetings that have a day as a chart and, of the days it shows, as a list or a table."""
    at = state.current()
    lanes = lay_lanes(found.facts.reports.loc[dated.index])
    opened = show_timeline(plot_meetings(dated, lanes, at.span, on), state.take_span)
    if opened and opened.startswith("marks:"):
        reports = dated.loc[dated["number"] == int(opened.removeprefix("marks:")), "report_id"]
        if len(reports):
            go(REPORT, id=str(reports.iloc[0]))
    days = as_days(dated["date"])
    shown = within(days, at.span)
    lane = next((n for n, lane in enumerate(lanes.lanes) if lane.code == at.lane), None)
    if lane is not None:
        shown &= lanes.of == lane
    _draw_below(found.wanted, at, lanes.lanes[lane] if lane is not None else None, int(shown.sum()))
    if at.below == "table":
        _draw_grid(found.wanted, lanes, days, within(days, at.span))
    elif shown.any():
        draw_dated(dated[shown])


@st.fragment
def draw_commitments(ledger: Ledger, found: Selection, rule: LightRule) -> None:
    """Draw commitments from promise to deadline as a chart and as a table. Raises LedgerError."""
    at, wanted = state.current(), found.wanted
    bars = build_bars(found, rule, at.span)
    if not bars.total + bars.outside:
        st.info(tr("没有既有会议日期又有完成日期的承诺，无法画出。"), icon=":material/inbox:")
        return
    numbers = [bar.number for bar in bars.bars if bar.number is not None]
    with ledger.read() as connection:
        rows = dict(zip(numbers, read_rows(connection, numbers), strict=True))
    opened = show_timeline(plot_bars(bars, rows, _reach(found), at.span, rule.on), state.take_span)
    if opened and opened.startswith("bars:"):
        bar = bars.bars[min(int(opened.removeprefix("bars:")), len(bars.bars) - 1)]
        row = rows.get(bar.number) if bar.number is not None else None
        if row is not None:
            go(REPORT, id=row.report_id, item=row.id)
        filters.choose(rows_of(bar, wanted, rule))
        go(COMMITMENTS)
    parts = [
        tr("图中共 {count} 条。", count=f"{bars.total:,}"),
        tr(NOTES[bars.grouping]),
        tr("另有 {count} 条在所示时间以外到期。", count=f"{bars.outside:,}") if bars.outside else "",
        tr(
            "{count} 条没有确定的完成日期，{undated} 条不知会议或发布日期，未画出。",
            count=f"{bars.open_ended:,}",
            undated=f"{bars.undated:,}",
        ),
    ]
    st.html(write_quiet("".join(parts)))
    st.html(write_quiet(say_rule(rule)))
    st.html(write_bars(bars, rows, wanted, rule))


def _draw_below(wanted: Filter, at: State, lane: Lane | None, count: int) -> None:
    st.session_state[_BELOW] = at.below
    with st.container(horizontal=True, vertical_alignment="center", key="timeline-list"):
        st.segmented_control(
            tr("图下显示"),
            list(state.BELOWS),
            format_func=lambda below: tr(state.BELOWS[below]),
            key=_BELOW,
            required=True,
            on_change=state.take_widget,
            args=("below", _BELOW),
            label_visibility="collapsed",
        )
        said = tr("所示时间内 {count} 次会议", count=f"{count:,}")
        if lane is None:
            st.html(write_quiet(said))
        else:
            back = escape(_address(wanted, None, at.span))
            st.html(
                f'<p class="quiet">{escape(lane.name)}：{escape(said)}　<a href="{back}">{escape(tr("列出全部地区"))}</a></p>'
            )


def _draw_grid(wanted: Filter, lanes: Lanes, days: np.ndarray, shown: np.ndarray) -> None:
    if not shown.any():
        return
    grid = count_grid(days[shown], lanes.of[shown], len(lanes.lanes))
    st.html(write_grid(grid, lanes.lanes, lambda lane, span: _address(wanted, lane, span)))


def _address(wanted: Filter, lane: Lane | None, span: Span | None) -> str:
    more = {"span": write_span(span), "lane": lane.code if lane else ""}
    return write_address(TIMELINE.address, wanted, **{name: value for name, value in more.items() if value})


def _reach(found: Selection) -> tuple[int, int]:
    """Return the first and the last day of the commitments that have both days."""
    rows = found.rows
    rows = rows[rows["due"].notna() & rows["date"].notna()]
    if not len(rows):
        return 0, 1
    made, due = as_days(rows["date"]), as_days(rows["due"])
    return int(min(made.min(), due.min())), int(due.max())
