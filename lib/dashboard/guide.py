"""The guide for people who check a reading, docs/COMMITMENT.md, shown where they check it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.language import tr

_GUIDE = Path(__file__).parents[2] / "docs" / "COMMITMENT.md"
_LABEL = "怎样看懂读取结果"


def draw_guide_button() -> None:
    """Draw the button that opens the guide."""
    if st.button(tr(_LABEL), icon=":material/help:", type="tertiary"):
        title, _, text = _GUIDE.read_text(encoding="utf-8").partition("\n")
        st.dialog(title.removeprefix("# "), width="large")(st.markdown)(text)
