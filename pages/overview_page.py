"""总览 /: how much there is, what is due, what is new, who is silent, and how it went over the years."""

import streamlit as st

from dashboard import filters
from dashboard.area import find_area
from dashboard.connection import get_ledger
from dashboard.element import write_quiet
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.navigation import DEADLINES, TIMELINE, link
from dashboard.nothing import draw_nothing
from dashboard.overview.headline import write_due, write_whole
from dashboard.overview.latest import draw_due, draw_meetings
from dashboard.overview.silence import write_silence
from dashboard.overview.trend_view import YEARS, write_trend
from dashboard.overview.word_view import write_words
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.overview import count_overview
from ecoledger.ledger.trend import count_years


def render() -> None:
    """Draw what the filters leave, in figures and short lists."""
    st.title(tr("总览"), anchor=False)
    ledger, wanted, rule = get_ledger(), filters.current(), current_rule()
    figures = count_overview(ledger, wanted)
    if not figures.reports:
        draw_nothing(wanted, tr("报告"))
        return
    st.html(write_whole(figures, wanted))
    st.html(write_due(ledger, wanted, rule))
    meetings, due = st.columns(2, gap="large")
    with meetings:
        st.subheader(tr("最近的会议"), anchor=False)
        draw_meetings(ledger, wanted)
        link(TIMELINE, tr("全部会议"), icon=":material/arrow_forward:")
    with due:
        st.subheader(tr("接下来到期"), anchor=False)
        draw_due(ledger, wanted, rule)
        link(DEADLINES, tr("到期看板"), icon=":material/arrow_forward:")
    st.subheader(tr("哪些地区没有报告"), anchor=False)
    st.html(write_silence(ledger, wanted, find_area(wanted, load_gazetteer())))
    st.subheader(tr("历年各领域的承诺"), anchor=False)
    trend = count_years(ledger, wanted, YEARS)
    st.html(write_quiet(_say_trend(trend.undated)))
    st.html(write_trend(trend, wanted))
    st.subheader(tr("今年多说了什么"), anchor=False)
    st.html(write_words(ledger, wanted, trend.years))


def _say_trend(undated: int) -> str:
    said = tr("按会议日期；一条承诺可属于多个领域，可重复计。颜色深浅是该领域在当年的占比。")
    return said + (tr("另有 {count} 条日期不详。", count=f"{undated:,}") if undated else "")
