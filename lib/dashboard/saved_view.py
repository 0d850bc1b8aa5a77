"""Filters that people saved under a name, to look through again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.address import read_filter, write_filter
from dashboard.connection import get_ledger
from dashboard.element import as_text
from dashboard.language import tr
from dashboard.light_setting import current_rule
from ecoledger.errors import LedgerError
from ecoledger.ledger.setting import drop_setting, list_settings, save_setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecoledger.ledger.filter import Filter

KIND = "view"
_NAME = "view-name"
_MOST = 30


def draw_saved(wanted: Filter, choose: Callable[[Filter, Sequence[str]], None]) -> None:
    """Draw what is saved, to be chosen or dropped, and a box to save `wanted`."""
    try:
        views = list_settings(get_ledger(), KIND)
    except LedgerError:  # the page says it
        return
    with st.popover(tr("常用筛选"), icon=":material/bookmark:", width="stretch"):
        for name, query in views.items():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    as_text(name),
                    key=f"view-{name}",
                    width="stretch",
                    on_click=_look,
                    args=(query, choose),
                )
                st.button(
                    tr("删除"),
                    key=f"view-drop-{name}",
                    type="tertiary",
                    help=tr("删除常用筛选“{name}”", name=as_text(name)),
                    on_click=partial(drop_setting, get_ledger(), KIND, name),
                )
        if not views:
            st.caption(tr("还没有保存过。设好筛选条件后，在这里起个名字保存。"))
        st.text_input(
            tr("把当前筛选保存为"),
            key=_NAME,
            max_chars=_MOST,
            disabled=wanted.empty,
            placeholder=tr("先设定筛选条件") if wanted.empty else tr("例如：本市今年到期"),
        )
        st.button(tr("保存"), key="view-save", disabled=wanted.empty, on_click=_save, args=(wanted,))


def _look(query: dict[str, Any], choose: Callable[[Filter, Sequence[str]], None]) -> None:
    wanted, warnings = read_filter(query, current_rule())
    choose(wanted, warnings)


def _save(wanted: Filter) -> None:
    name = st.session_state[_NAME].strip()
    if name:
        save_setting(get_ledger(), KIND, name, write_filter(wanted))
        st.session_state[_NAME] = ""
        st.toast(tr("已保存为“{name}”。", name=as_text(name)))
