"""Commitments whose deadline has no day, with the words it has: what is vague, and what goes on for ever."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.deadline.board import narrow
from dashboard.deadline.legend import write_count
from dashboard.labels import NO_PLACE, date_text
from dashboard.language import tr
from dashboard.navigation import report_address, rows_address
from ecoledger.ledger.commitment import PAGE_SIZE, list_commitments
from ecoledger.ledger.facet import count_facets
from ecoledger.term import DEADLINE_KINDS, name_of

if TYPE_CHECKING:
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.store import Ledger

NOTES = {
    "vague": "这些承诺提到了时限，但没有确定的日期，不能判断临近或过期；请以原文为准，必要时请有关单位明确日期。",
    "ongoing": "这些承诺的时限是长期坚持，不会过期，也不列入看板与日历。",
}


def draw_undated(ledger: Ledger, wanted: Filter, rule: LightRule, light: Light) -> None:
    """Draw the commitments of this light, a page at a time, above them their kinds of deadline. Raises LedgerError."""
    narrowed = narrow(wanted, rule, light)
    st.html(f'<p class="quiet">{escape(tr(NOTES[light]))}</p>')
    key = f"deadlines-{light}-page"
    page = list_commitments(ledger, narrowed, page=st.session_state.get(key, 1))
    if not page.total:
        st.info(tr("没有这样的承诺。"), icon=":material/inbox:")
        return
    if light == "vague":
        st.html(_write_kinds(ledger, narrowed))
    st.html(_write_table(page.rows))
    if page.pages > 1:
        st.session_state[key] = page.page
        st.pagination(page.pages, key=key)
    st.caption(tr("共 {count} 条，每页 {size} 条。", count=f"{page.total:,}", size=PAGE_SIZE))


def _write_kinds(ledger: Ledger, wanted: Filter) -> str:
    """Return the kinds of deadline with their counts; a commitment may have several."""
    kinds = [
        f"<span>{escape(tr(name_of(DEADLINE_KINDS, choice.value)))} "
        f"{write_count(choice.count, rows_address(replace(wanted, deadline_kinds=(choice.value,))))}</span>"  # type: ignore[arg-type]  # facets name kinds
        for choice in count_facets(ledger, wanted).deadline_kinds
    ]
    return f'<p class="kinds">{"".join(kinds)}<small>{escape(tr("一条承诺可有几种时限，可重复计。"))}</small></p>'


def _write_table(rows: tuple[CommitmentRow, ...]) -> str:
    names = (tr("时限原文"), tr("承诺"), tr("地区"), tr("日期"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(_write_row(row) for row in rows)
    return (
        f'<div class="table undated"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _write_row(row: CommitmentRow) -> str:
    words = "；".join(dict.fromkeys(deadline.text for deadline in row.deadlines))
    address = escape(report_address(row.report_id, item=row.id))
    return (
        f"<tr><td><q>{escape(words)}</q></td>"
        f'<td><a href="{address}">{escape(row.text)}</a></td>'
        f"<td>{escape(row.place or tr(NO_PLACE))}</td><td>{escape(date_text(row.date))}</td></tr>"
    )
