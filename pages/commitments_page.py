"""承诺台账 /commitments: the commitments in a table, their evidence, and downloads of just these rows."""

import streamlit as st

from dashboard.language import tr
from dashboard.table.view import draw_table


def render() -> None:
    """Draw the table of what the filters leave."""
    st.title(tr("承诺台账"), anchor=False)
    draw_table()
