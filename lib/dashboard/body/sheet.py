"""The sheet of one body, to print: all that it has to do, by role: what is to come, what is past its day, the rest."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.body.view import FIELDS
from dashboard.download.area import draw_downloads
from dashboard.element import Markup, as_text, write_link, write_quiet, write_table
from dashboard.language import tr
from dashboard.navigation import link_rows, report_address
from ecoledger.ledger.commitment import list_commitments
from ecoledger.ledger.light import light_of
from ecoledger.ledger.sort import Sort
from ecoledger.term import LIGHTS, ROLES

if TYPE_CHECKING:
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.store import Ledger
    from ecoledger.ledger.workload import By

_MOST = 200
"""Rows on a sheet of one role: what is more stands in the table and in files."""
_NEAREST = Sort("due", descending=False)
_ORDER: tuple[tuple[tuple[Light, ...], Sort], ...] = (
    (("near", "course"), _NEAREST),
    (("overdue",), Sort("due", descending=True)),
    (("ongoing", "vague", "none"), Sort("date", descending=True)),
)
"""First what is still to come, nearest first; then what is past its day, the last first."""


def draw_sheet(ledger: Ledger, wanted: Filter, body: str, by: By, rule: LightRule) -> None:
    """Draw the sheet of the body with this name, or of all bodies of this organ."""
    mine = wanted.narrowed(**{FIELDS[by]: (body,)})
    st.subheader(as_text(body), anchor=False)
    whole = list_commitments(ledger, mine, _NEAREST, size=1).total
    st.html(write_quiet(tr("共 {count} 条承诺；一条中可有几种职责，可重复计。", count=f"{whole:,}")))
    for role in ROLES:
        _draw_role(ledger, mine.narrowed(body_roles=(role,)), role, rule)
    draw_downloads(ledger, mine, _NEAREST)


def _draw_role(ledger: Ledger, mine: Filter, role: str, rule: LightRule) -> None:
    found: list[CommitmentRow] = []
    total = 0
    for lights, order in _ORDER:
        rows = mine.narrowed(lights=lights, light_rule=rule)
        page = list_commitments(ledger, rows, order, size=_MOST)
        total += page.total
        found += page.rows
    if not total:
        return
    shown = found[:_MOST]
    title = tr("{role} {count} 条", role=labels.name_of(ROLES, role), count=f"{total:,}")
    st.markdown(f"#### {as_text(title)}")
    head = (tr("序号"), tr("承诺"), tr("完成时限"), tr("状态"), tr("其他单位"), tr("来源"))
    cells = (_row(number, row, mine, rule) for number, row in enumerate(shown, 1))
    st.html(write_table(head, cells, "duties"))
    if total > len(shown):
        link_rows(tr("全部 {count} 条", count=f"{total:,}"), mine, icon=":material/arrow_forward:")


def _row(number: int, row: CommitmentRow, mine: Filter, rule: LightRule) -> tuple[str, ...]:
    light = light_of(rule, row.due, row.deadline_kinds)
    state = Markup(f'<span class="light {light}">{escape(labels.name_of(LIGHTS, light))}</span>')
    others = dict.fromkeys(b.name for b in row.bodies if b.name not in mine.bodies)
    due = labels.date_text(row.due) if row.due else "；".join(d.text for d in row.deadlines)
    place = row.place or tr(labels.NO_PLACE)
    return (
        str(number),
        write_link(row.text, report_address(row.report_id, item=row.id)),
        due,
        state,
        "、".join(others),
        f"{place} {labels.date_text(row.date)}",
    )
