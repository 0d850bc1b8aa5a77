"""What is chosen on the page of indicators: the indicator, how its numbers are set side by side, their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.indicator import state
from dashboard.indicator.state import UNMATCHED
from dashboard.language import tr
from ecoledger.indicators.catalogue import load_indicators

if TYPE_CHECKING:
    from dashboard.indicator.ranking import Ranking
    from dashboard.indicator.state import State

BY = {"place": "按地区", "year": "按年份"}
ORDERS = {
    "date": "按报告日期：新到旧",
    "strong": "按目标：强到弱",
    "weak": "按目标：弱到强",
    "place": "按地区",
}
_SHOW, _BY, _YEARS, _ORDER = "indicator-show", "indicator-by", "indicator-years", "indicator-order"


def draw_indicators(at: State, ranking: Ranking) -> None:
    """Draw the choice of an indicator, those with most numbers first."""
    counts = ranking.indicators | {UNMATCHED: ranking.without}
    options = list(ranking.indicators)
    if at.show and at.show not in counts:
        options.append(at.show)
    options.append(UNMATCHED)
    st.session_state[_SHOW] = at.show
    st.selectbox(
        tr("指标（可输入文字查找）"),
        options,
        format_func=lambda code: tr(
            "{name}　{count} 个目标", name=indicator_title(code), count=f"{counts.get(code, 0):,}"
        ),
        key=_SHOW,
        on_change=state.change,
        args=("show", _SHOW),
    )


def draw_manner(at: State) -> None:
    """Draw the choice between places and years, and whether years count."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.session_state[_BY] = at.by
        st.segmented_control(
            tr("图的排列"),
            list(BY),
            format_func=lambda by: tr(BY[by]),
            key=_BY,
            required=True,
            on_change=state.change,
            args=("by", _BY),
            label_visibility="collapsed",
        )
        st.session_state[_YEARS] = at.years
        st.toggle(
            tr("比较时计入年份"),
            key=_YEARS,
            on_change=state.change,
            args=("years", _YEARS),
            help=tr(
                "计入年份时：数值相同而年份更早为强；更高但更晚、更低但更早，以及未写明年份的，都不可比。"
            ),
        )


def say_manner(at: State) -> str:
    """Return in a sentence what is compared."""
    if at.years:
        return tr("数值和年份都计入比较。官方值取目标年份所对应的一个。")
    return tr("只比数值，不计年份：官方值取目标年份（未写明时取报告年份）所对应的一个，其后最近的优先。")


def draw_order(at: State) -> None:
    """Draw the choice of an order."""
    st.session_state[_ORDER] = at.order
    st.selectbox(
        tr("排序"),
        list(ORDERS),
        format_func=lambda order: tr(ORDERS[order]),
        key=_ORDER,
        on_change=state.change,
        args=("order", _ORDER),
        label_visibility="collapsed",
    )


def indicator_title(code: str) -> str:
    """Return the name of an indicator, or what the numbers of none are called."""
    return tr("未匹配到指标的数值") if code == UNMATCHED else load_indicators()[code].name
