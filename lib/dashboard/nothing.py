"""What a page says when there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.language import tr
from dashboard.navigation import IMPORT, link
from ecoledger.ledger.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Callable


def draw_nothing(wanted: Filter, what: str) -> None:
    """Say that there is no `what` (承诺, 会议 …), why, and the way out."""
    if wanted.empty:
        st.info(tr("台账中还没有{what}：请先导入报告。", what=what), icon=":material/inbox:")
        link(IMPORT, tr("导入报告"), icon=":material/upload_file:")
        return
    st.info(tr("没有符合筛选条件的{what}：请放宽或清除筛选。", what=what), icon=":material/filter_alt_off:")
    clear: Callable[[Filter], None] = filters.choose
    st.button(tr("清除全部筛选"), key="clear-here", on_click=clear, args=(Filter(),))
