"""指标 /indicators: the numeric targets of one indicator across places and years, against the official values."""

from dataclasses import replace

import streamlit as st

from dashboard import filters
from dashboard.clock import today
from dashboard.connection import get_ledger
from dashboard.element import write_quiet
from dashboard.indicator import state
from dashboard.indicator.choice import draw_indicators
from dashboard.indicator.ranking import rank_indicators
from dashboard.indicator.state import UNMATCHED
from dashboard.indicator.view import Visit, draw_indicator, draw_unmatched
from dashboard.language import tr
from dashboard.nothing import draw_nothing
from ecoledger.ledger.selection import select


def render() -> None:
    """Draw the indicator that the address names, else the one with most targets."""
    st.title(tr("指标"), anchor=False)
    ledger, wanted = get_ledger(), filters.current()
    found = select(ledger, wanted.without("indicators"))  # the page chooses among them itself
    ranking = rank_indicators(found)
    if not ranking.total and found.filed.any():
        st.info(tr("筛选范围内的报告没有提出数值目标。"), icon=":material/info:")
        return
    if not ranking.total:
        draw_nothing(wanted, tr("数值目标"))
        return
    at = state.current(wanted)
    at = replace(at, show=at.show or next(iter(ranking.indicators), UNMATCHED))
    draw_indicators(at, ranking)
    st.html(
        write_quiet(
            tr(
                "筛选范围内共 {total} 个数值目标：{matched} 个匹配到 {count} 项指标，{without} 个未匹配。“指标”筛选在本页不起作用。",
                total=f"{ranking.total:,}",
                matched=f"{ranking.total - ranking.without:,}",
                count=len(ranking.indicators),
                without=f"{ranking.without:,}",
            )
        )
    )
    visit = Visit(ledger, found, at, today())
    if at.show is None or at.show == UNMATCHED:
        draw_unmatched(visit, ranking)
    else:
        draw_indicator(visit, at.show)
