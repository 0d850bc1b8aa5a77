"""Commitments as a table: a frame for st.dataframe, its columns, and what a click in it means."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard import labels
from ecoledger.ledger.sort import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.sort import SortKey

COLUMNS = ("承诺", "性质", "领域", "目标", "截止", "责任单位", "地区", "日期", "存疑")
ORDERS = {
    Sort("date", descending=True): "日期：新到旧",
    Sort("date", descending=False): "日期：旧到新",
    Sort("due", descending=False): "截止：近到远",
    Sort("due", descending=True): "截止：远到近",
    Sort("region", descending=False): "按地区",
    Sort("theme", descending=False): "按领域",
    Sort("label", descending=False): "按性质",
}
"""The orders in which the whole ledger can be put."""

_HEADS: dict[str, SortKey] = {
    "日期": "date",
    "截止": "due",
    "地区": "region",
    "领域": "theme",
    "性质": "label",
}


def build_frame(rows: Sequence[CommitmentRow]) -> pd.DataFrame:
    """Return the rows as words for the screen, in `COLUMNS`."""
    return pd.DataFrame([_cells(row) for row in rows], columns=list(COLUMNS))


def draw_ahead(frame: pd.DataFrame) -> None:
    """Put the characters of a table on the page unseen, just before it.

    A table is a canvas that measures its words once: the pieces of the font that hold them should be there by then.
    """
    characters = "".join(sorted(set("".join(frame.astype(str).to_numpy().ravel()))))
    st.html(f'<span class="ahead" aria-hidden="true">{escape(characters)}</span>')


def column_config() -> dict[str, Any]:
    """Return the widths of the columns."""
    widths = {
        "承诺": 276,
        "性质": 52,
        "领域": 92,
        "目标": 140,
        "截止": 94,
        "责任单位": 96,
        "地区": 76,
        "日期": 94,
        "存疑": 52,
    }
    return {name: st.column_config.TextColumn(width=width) for name, width in widths.items()}


def clicked_row(event: Any) -> int | None:
    """Return the row that was clicked, by its box or by any of its cells."""
    selection = event.selection
    if selection.rows:
        return int(selection.rows[0])
    return int(selection.cells[0][0]) if selection.cells else None


def next_sort(event: Any, sort: Sort) -> Sort:
    """Return the order after a click on the head of a column: the same again turns it round."""
    name = next(iter(event.selection.columns), None)
    if name not in _HEADS:
        return sort
    turns = [order for order in ORDERS if order.key == _HEADS[name]]
    return next((order for order in turns if order != sort), sort) if sort in turns else turns[0]


def _cells(row: CommitmentRow) -> tuple[str, ...]:
    return (
        _shorten(row.text, 51),
        labels.name_of(labels.SHORT_LABELS, row.label),
        labels.names_of(labels.THEMES, row.themes),
        _shorten("；".join(labels.target_text(target) for target in row.targets), 26),
        due_text(row),
        _shorten("、".join(dict.fromkeys(body.name for body in row.bodies)), 17),
        row.place or labels.NO_PLACE,
        row.date.isoformat() if row.date else labels.NO_DATE,
        "是" if row.doubts else "",
    )


def due_text(row: CommitmentRow) -> str:
    """Return the day a commitment falls due, else the kinds of its deadlines; empty where it has none."""
    if row.due is not None:
        return row.due.isoformat()
    kinds = tuple(kind for kind in row.deadline_kinds if kind != "none")
    return labels.names_of(labels.DEADLINE_KINDS, kinds)


def _shorten(text: str, most: int) -> str:
    """Return `text` in three lines of its cell; all of it stands in the evidence."""
    return text if len(text) <= most else f"{text[: most - 2]}……"
