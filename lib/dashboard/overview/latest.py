"""The short lists of the first page: the last meetings, and what falls due next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.element import write_items, write_link, write_quiet
from dashboard.language import tr
from dashboard.navigation import report_address
from ecoledger.ledger.overview import list_due_next, list_latest_meetings

if TYPE_CHECKING:
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.store import Ledger

_SHOWN = 6


def draw_meetings(ledger: Ledger, wanted: Filter) -> None:
    """Draw the last meetings, each a link to its report."""
    items = []
    for meeting in list_latest_meetings(ledger, wanted, limit=_SHOWN):
        name = meeting.name or meeting.title or tr(labels.NO_TITLE)
        count = tr("{count} 条承诺", count=f"{meeting.commitments:,}")
        parts = [meeting.place or tr(labels.NO_PLACE), labels.date_text(meeting.date), count]
        items.append((write_link(name, report_address(meeting.report_id)), "　".join(parts)))
    st.html(write_items(items))


def draw_due(ledger: Ledger, wanted: Filter, rule: LightRule) -> None:
    """Draw the commitments that fall due next, each a link to its words in the report."""
    items = []
    for row in list_due_next(ledger, rule.on, wanted, limit=_SHOWN):
        left = (row.due - rule.on).days if row.due else 0
        wait = tr("（还有 {days} 天）", days=f"{left:,}") if left else tr("（今天）")
        more = f"{labels.date_text(row.due)}{wait}　{row.place or tr(labels.NO_PLACE)}"
        items.append((write_link(row.text, report_address(row.report_id, item=row.id)), more))
    st.html(write_items(items) if items else write_quiet(tr("没有将要到期的承诺。")))
