"""Where an office sets its lights: how many days are near, and in which colours they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.language import tr
from dashboard.light_colour import PALETTES
from dashboard.light_setting import MOST_DAYS, LightSetting, current_setting, light_name, save_setting
from ecoledger.ledger.light import LIGHTS

if TYPE_CHECKING:
    from ecoledger.ledger.store import Ledger


def draw_setting(ledger: Ledger) -> None:
    """Draw a button that opens the setting; what is saved holds for everybody. Raises LedgerError."""
    with st.popover(tr("亮灯设置"), icon=":material/tune:"), st.form("light-setting", border=False):
        held = current_setting()
        near = st.number_input(
            tr("到期前多少天算临近"), 0, MOST_DAYS, held.near, step=1, help=tr("当天算 0 天。")
        )
        palette = st.radio(
            tr("颜色"),
            list(PALETTES),
            index=list(PALETTES).index(held.palette),
            format_func=_palette_text,
        )
        st.caption(tr("保存后对使用本台账的所有人生效，并写入导出的文件。各组颜色均可供色觉异常者分辨。"))
        if st.form_submit_button(tr("保存设置"), type="primary"):
            save_setting(ledger, LightSetting(int(near), palette))
            st.rerun()


def _palette_text(name: str) -> str:
    """Return which colour each light has in a palette."""
    palette = PALETTES[name]
    return tr("，").join(f"{light_name(light)}{tr('：')}{tr(palette.name(light))}" for light in LIGHTS)
