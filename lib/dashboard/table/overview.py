"""The groups of the table with their subtotals, each number a link to its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import labels
from dashboard.element import write_link, write_quiet, write_table
from dashboard.language import tr
from dashboard.navigation import rows_address
from dashboard.table.group import GROUPS, SEVERAL, narrow
from ecoledger.term import LIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.table.group import Group
    from dashboard.table.listing import Listing
    from dashboard.table.page import TablePage
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule

_MOST = 100
_OPEN = 12
"""So many groups are shown without being asked for."""


def draw_overview(page: TablePage, at: Listing, rule: LightRule) -> None:
    """Draw a line for each group, and what is to be known of their sum."""
    by = tr(GROUPS[at.group])
    title = tr("按{by}小计（{count} 组）", by=by, count=f"{len(page.groups):,}")
    with st.expander(title, expanded=len(page.groups) <= _OPEN):
        st.html(write_overview(page.groups, at, rule))
        more = len(page.groups) - _MOST
        notes = [tr("另有 {count} 组未列出，见下表。", count=f"{more:,}")] if more > 0 else []
        if at.group in SEVERAL:
            notes.append(
                tr(
                    "可重复计：一条承诺可属几组，各组相加为 {lines}，实有 {total} 条。",
                    lines=f"{page.lines_total:,}",
                    total=f"{page.total:,}",
                )
            )
        if notes:
            st.html(write_quiet("".join(notes)))


def write_overview(groups: Sequence[Group], at: Listing, rule: LightRule) -> str:
    """Return the groups as a table of counts."""
    head = (
        tr(GROUPS[at.group]),
        tr("条数"),
        tr("有数字目标"),
        tr("有截止日期"),
        tr("有责任单位"),
        labels.name_of(LIGHTS, "overdue"),
        labels.name_of(LIGHTS, "near"),
    )
    rows = []
    for group in groups[:_MOST]:
        narrower: tuple[tuple[int, dict[str, Any]], ...] = (
            (group.count, {}),
            (group.numbered, {"has_number": True}),
            (group.dated, {"lights": ("overdue", "near", "course"), "light_rule": rule}),
            (group.owned, {"has_body": True}),
            (group.overdue, {"lights": ("overdue",), "light_rule": rule}),
            (group.near, {"lights": ("near",), "light_rule": rule}),
        )
        wanted = narrow(at.group, group.code, at.wanted, rule)
        rows.append((group.name, *(_number(wanted, count, what) for count, what in narrower)))
    return write_table(head, rows, "counts")


def _number(wanted: Filter | None, count: int, narrower: dict[str, Any]) -> str:
    """Return a count, as a link where a filter leaves just these rows."""
    said = f"{count:,}"
    if not count or wanted is None or not _agree(wanted, narrower):
        return said
    return write_link(said, rows_address(replace(wanted, **narrower)))


def _agree(wanted: Filter, narrower: dict[str, Any]) -> bool:
    """Return whether a filter that already asks for these conditions asks for nothing else of them."""
    return all(getattr(wanted, name) in ((), None, value) for name, value in narrower.items())
