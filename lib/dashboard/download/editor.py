"""Sets the layouts of an office: which columns, in which order, under which titles; saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard.download.choice import choose_layout, layout_name
from dashboard.download.draft import ORDER, TITLE, choose_columns, edit_columns
from dashboard.element import as_text
from dashboard.language import tr
from ecoledger.export.column import BY_CODE
from ecoledger.export.layout import BUILT_IN, MAX_NAME, MAX_TITLE, Layout, LayoutError
from ecoledger.export.saved_layout import drop_layout, save_layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.download.draft import Columns
    from ecoledger.ledger.store import Ledger

_DRAFT, _TURN = "layout-draft", "layout-turn"
_BASE, _CODES, _NAME = "layout-base", "layout-codes", "layout-name"


def begin(layout: Layout) -> None:
    """Begin from a layout, in a callback; what is made of one of the program's own gets another name."""
    st.session_state[_BASE] = layout.name
    st.session_state[_NAME] = "" if layout.name in BUILT_IN else layout.name
    _hold(layout.columns)


def draw_editor(ledger: Ledger, layouts: Mapping[str, Layout]) -> None:
    """Draw what sets a layout, from where it was begun."""
    columns: Columns = st.session_state[_DRAFT]
    st.selectbox(
        tr("从哪个版式改起"),
        list(layouts),
        format_func=layout_name,
        key=_BASE,
        on_change=_take_base,
        args=(layouts,),
    )
    st.session_state[_CODES] = [code for code, _ in columns]
    st.multiselect(
        tr("选用的列"),
        list(BY_CODE),
        format_func=lambda code: tr(BY_CODE[code].name),
        key=_CODES,
        on_change=_take_codes,
        placeholder=tr("请至少选一列"),
    )
    _draw_grid(columns)
    st.text_input(tr("版式名称"), key=_NAME, max_chars=MAX_NAME, placeholder=tr("例如：市生态环境局台账"))
    _draw_end(ledger, layouts, columns)


def _draw_grid(columns: Columns) -> None:
    """Draw the columns, a row each; a number moves its column to that place."""
    if not columns:
        return
    frame = pd.DataFrame(
        {
            ORDER: range(1, len(columns) + 1),
            "name": [tr(BY_CODE[code].name) for code, _ in columns],
            TITLE: [title for _, title in columns],
        }
    )
    key = f"layout-grid-{st.session_state[_TURN]}"
    st.data_editor(
        frame,
        key=key,
        hide_index=True,
        num_rows="fixed",
        height=min(len(columns), 9) * 35 + 38,
        column_config={
            ORDER: st.column_config.NumberColumn(
                tr("次序"), min_value=1, max_value=len(columns), step=1, required=True, width=70,
                help=tr("改成几，这一列就移到第几列。"),
            ),
            "name": st.column_config.TextColumn(tr("内容"), disabled=True, width=180),
            TITLE: st.column_config.TextColumn(tr("列名"), max_chars=MAX_TITLE, required=True, width=260),
        },
        on_change=_take_edits,
        args=(key,),
    )  # fmt: skip


def _draw_end(ledger: Ledger, layouts: Mapping[str, Layout], columns: Columns) -> None:
    name = st.session_state[_NAME].strip()
    layout, problem = _check(name, columns)
    if problem and name:
        st.warning(as_text(problem), icon=":material/info:")
    elif name in layouts:
        st.caption(tr("已有同名的版式，保存后以这次的为准。"))
    with st.container(horizontal=True, gap="small"):
        if st.button(tr("保存并使用"), type="primary", disabled=layout is None) and layout is not None:
            save_layout(ledger, layout)
            choose_layout(layout.name)
            st.rerun()
        base = st.session_state[_BASE]
        if base not in BUILT_IN and st.button(tr("删除版式“{name}”", name=as_text(base)), type="tertiary"):
            drop_layout(ledger, base)
            st.rerun()


def _check(name: str, columns: Columns) -> tuple[Layout | None, str]:
    """Return the layout, else what is wrong with it."""
    if name in BUILT_IN:
        return None, tr("“{name}”是自带的版式，不能改动，请另取名称。", name=layout_name(name))
    try:
        return Layout(name, columns), ""
    except LayoutError as error:
        return None, str(error)


def _take_base(layouts: Mapping[str, Layout]) -> None:
    begin(layouts[st.session_state[_BASE]])


def _take_codes() -> None:
    _hold(choose_columns(st.session_state[_DRAFT], st.session_state[_CODES]))


def _take_edits(key: str) -> None:
    _hold(edit_columns(st.session_state[_DRAFT], st.session_state[key]["edited_rows"]))


def _hold(columns: Columns) -> None:
    """Hold what the layout has become; a table under a new key begins from it."""
    st.session_state[_DRAFT] = columns
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
