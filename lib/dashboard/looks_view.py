"""The small tools at the top right: print this page, language, light or dark, size of type; static/app/looks.js acts."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.language import tr
from dashboard.looks import Looks, read_looks


def draw_looks() -> None:
    """Draw the tools; they need no answer of the server."""
    st.html(write_looks(read_looks()))


def write_looks(looks: Looks) -> str:
    """Return the tools as they stand for a browser that wants `looks`."""
    choices = (
        _group(tr("语言"), "language", looks.language, {"zh": "中文", "en": "English"}),
        _group(
            tr("明暗"),
            "scheme",
            looks.scheme,
            {"auto": tr("随系统"), "light": tr("浅色"), "dark": tr("深色")},
        ),
        _group(tr("字号"), "size", looks.size, {"normal": tr("标准"), "large": tr("大字（适老）")}),
    )
    return (
        f'<div class="tools"><button type="button" class="tool" data-print title="{escape(tr("打印本页"))}">'
        f'{escape(tr("打印"))}</button><details class="looks"><summary class="tool">{escape(tr("显示"))}'
        f'</summary><div class="choices">{"".join(choices)}</div></details></div>'
    )


def _group(name: str, kind: str, chosen: str, words: dict[str, str]) -> str:
    buttons = "".join(
        f'<button type="button" data-look="{kind}.{code}" aria-pressed="{"true" if code == chosen else "false"}">'
        f"{escape(word)}</button>"
        for code, word in words.items()
    )
    return f'<div role="group" aria-label="{escape(name)}"><span>{escape(name)}</span>{buttons}</div>'
