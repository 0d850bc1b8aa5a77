"""The bar above the table: groups, order, size of the page, and columns, which can be saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.connection import get_ledger
from dashboard.element import as_text
from dashboard.language import tr
from dashboard.table import listing
from dashboard.table.column import BY_CODE, SORTED_BY, USUAL, read_columns, show_columns
from dashboard.table.group import GROUPS
from ecoledger.ledger.setting import drop_setting, list_settings, save_setting
from ecoledger.ledger.sort import Sort

if TYPE_CHECKING:
    from dashboard.table.listing import Listing
    from dashboard.table.order import Keys

KIND = "columns"
_MOST = 30
_ORDERS: dict[Keys, str] = {
    (Sort("date", descending=True),): "日期：新到旧",
    (Sort("date", descending=False),): "日期：旧到新",
    (Sort("due", descending=False),): "截止：近到远",
    (Sort("due", descending=True),): "截止：远到近",
    (Sort("region", descending=False), Sort("due", descending=False)): "按地区，同一地区按截止",
    (Sort("theme", descending=False), Sort("due", descending=False)): "按领域，同一领域按截止",
    (Sort("label", descending=False), Sort("date", descending=True)): "按性质，同一性质按日期",
}
"""Orders that are asked for most; the heads of the table make any other."""


def draw_bar(at: Listing) -> None:
    """Draw the bar; a change holds from the next run on."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="table-bar"):
        _choose(
            "group",
            tr("分组"),
            ["", *GROUPS],
            at.group,
            _group_text,
            width=170,
        )
        orders = list(_ORDERS) if at.sort in _ORDERS else [*_ORDERS, at.sort]
        _choose("sort", tr("排序"), orders, at.sort, order_text, width=280)
        _choose(
            "size",
            tr("每页"),
            list(listing.SIZES),
            at.size,
            lambda size: tr("{count} 条", count=size),
            width=120,
        )
        with st.popover(tr("列"), icon=":material/view_column:"):
            _draw_columns(at)


def _group_text(code: str) -> str:
    return tr(GROUPS[code]) if code else tr("不分组")


def order_text(order: Keys) -> str:
    """Return an order in words."""
    if order in _ORDERS:
        return tr(_ORDERS[order])
    names = (
        tr("{column}降序" if sort.descending else "{column}升序", column=tr(SORTED_BY[sort.key].name))
        for sort in order
    )
    return tr("，").join(names)


def _choose(name: str, label: str, options: list[Any], held: Any, show: Any, *, width: int) -> None:
    key = f"table-{name}"
    st.session_state[key] = held
    st.selectbox(label, options, format_func=show, key=key, on_change=_take, args=(name,), width=width)


def _take(name: str) -> None:
    listing.change(**{name: st.session_state[f"table-{name}"]})


def _draw_columns(at: Listing) -> None:
    st.session_state["table-columns"] = list(at.columns)
    st.pills(
        tr("显示的列"),
        list(BY_CODE),
        selection_mode="multi",
        format_func=lambda code: tr(BY_CODE[code].name),
        key="table-columns",
        on_change=_show,
        help=tr("次序在表头调整：拖动列名，或用列名旁的菜单左移、右移。"),
    )
    st.session_state["table-dense"] = at.dense
    st.toggle(tr("紧凑：每行只显示两行字，点一行展开"), key="table-dense", on_change=_take, args=("dense",))
    sets = list_settings(get_ledger(), KIND)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            tr("把这些列存为"), key="table-set", max_chars=_MOST, placeholder=tr("例如：督办用")
        )
        st.button(tr("保存"), key="table-save", on_click=_save, args=(at.columns,))
    if name and name in sets:
        st.caption(tr("已有“{name}”，保存会替换它。", name=as_text(name)))
    for saved, codes in sets.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(as_text(saved), key=f"table-use-{saved}", width="stretch", on_click=_use, args=(codes,))
            hint = tr("删除“{name}”", name=as_text(saved))
            st.button(
                tr("删除"),
                key=f"table-drop-{saved}",
                type="tertiary",
                help=hint,
                on_click=_drop,
                args=(saved,),
            )
    st.button(tr("恢复常用的列"), disabled=at.columns == USUAL, on_click=_use, args=(USUAL,))


def _show() -> None:
    at = listing.held()
    listing.change(columns=show_columns(at.columns, st.session_state["table-columns"]), page=at.page)


def _use(codes: Any) -> None:
    listing.change(columns=read_columns(map(str, codes)), page=listing.held().page)


def _save(codes: tuple[str, ...]) -> None:
    name = st.session_state["table-set"].strip()
    if name:
        save_setting(get_ledger(), KIND, name, list(codes))
        st.session_state["table-set"] = ""
        st.toast(tr("已保存为“{name}”。", name=as_text(name)))


def _drop(name: str) -> None:
    drop_setting(get_ledger(), KIND, name)
