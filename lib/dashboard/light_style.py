"""Gives what is built of HTML the colours that this office has chosen for its lights."""

from __future__ import annotations

import streamlit as st

from dashboard.colour import DARK, LIGHT
from dashboard.light_colour import write_style
from dashboard.light_setting import current_setting


def draw_style() -> None:
    """Put the style on the page, where the colours are not the usual ones."""
    style = write_style(current_setting().palette, LIGHT, DARK)
    if style:
        st.html(style)
