"""What a page says of itself when it is printed: for which filter, when, from which reports, read by which rules.

It stands below the page and shows on paper alone (static/app/paper.css).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.chip import describe_filter
from dashboard.clock import now, today
from dashboard.connection import get_ledger
from dashboard.language import tr
from ecoledger.export.stamp import TIME
from ecoledger.ledger.selection import select
from ecoledger.version import rules_version

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from ecoledger.ledger.filter import Filter

_NAMED = 6
"""So many reports are named; of more only the number is told."""


def draw_foot(*, filtered: bool) -> None:
    """Draw the foot of a page; `filtered` where the shared filters stand beside it. Raises LedgerError."""
    if not filtered:
        st.html(write_foot([(tr("打印时间"), now().strftime(TIME)), (tr("规则版本"), rules_version())]))
        return
    wanted = filters.current()
    st.html(write_foot(say_page(wanted, select(get_ledger(), wanted).reports, now(), today())))


def say_page(wanted: Filter, reports: pd.DataFrame, time: dt.datetime, on: dt.date) -> list[tuple[str, str]]:
    """Return names and words for the foot of a page; `reports` are those that pass the filter, as Facts has them."""
    versions = sorted(reports["rules_version"].dropna().unique())
    said = [
        (tr("打印时间"), time.strftime(TIME)),
        (tr("筛选条件"), describe_filter(wanted, on) or tr("无（全部）")),
        (tr("来源"), tr("{count:,} 份报告", count=len(reports)) + _name_reports(reports)),
    ]
    return [*said, (tr("规则版本"), tr("、").join(versions))] if versions else said


def write_foot(said: list[tuple[str, str]]) -> str:
    """Return the foot as HTML."""
    lines = "".join(f"<p>{escape(name)}{escape(tr('：'))}{escape(words)}</p>" for name, words in said)
    return f'<div class="foot" aria-hidden="true">{lines}</div>'


def _name_reports(reports: pd.DataFrame) -> str:
    if not 0 < len(reports) <= _NAMED:
        return ""
    named = [
        tr("《{title}》（{source}）", title=title, source=source)
        if source
        else tr("《{title}》", title=title)
        for title, source in zip(
            _words(reports["title"], tr("（无标题）")), _words(reports["source"], ""), strict=True
        )
    ]
    return tr("：") + tr("、").join(named)


def _words(column: pd.Series[str], missing: str) -> list[str]:
    return column.astype(object).where(column.notna(), missing).tolist()
