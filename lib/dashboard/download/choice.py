"""Which layout the tables of this session get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.language import tr
from ecoledger.export.layout import BUILT_IN, LEDGER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.export.layout import Layout

_CHOSEN, _WIDGET = "layout", "layout-choice"


def chosen_layout(layouts: Mapping[str, Layout]) -> Layout:
    """Return the layout that was chosen, the usual one where it is gone."""
    return layouts.get(st.session_state.get(_CHOSEN, ""), LEDGER)


def choose_layout(name: str) -> None:
    """Let files have this layout from now on, on every page."""
    st.session_state[_CHOSEN] = name


def draw_choice(layouts: Mapping[str, Layout], layout: Layout) -> None:
    """Draw the choice, with `layout` chosen."""
    st.session_state[_WIDGET] = layout.name
    st.selectbox(
        tr("版式"),
        list(layouts),
        format_func=layout_name,
        key=_WIDGET,
        on_change=_take,
        width=190,
        help=tr("Excel、CSV、Word 通报和打印稿中的表格按版式排列：有哪些列、什么顺序、叫什么名称。"),
    )


def layout_name(name: str) -> str:
    """Return what a layout is called on the screen: one of an office as it is called there."""
    return tr(name) if name in BUILT_IN else name


def _take() -> None:
    choose_layout(st.session_state[_WIDGET])
