"""What the tables that Streamlit draws on a canvas need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.element import write_paper
from dashboard.language import tr

if TYPE_CHECKING:
    import pandas as pd


def draw_ahead(frame: pd.DataFrame) -> None:
    """Put the words of a table on the page just before it, unseen on the screen.

    A table is a canvas that measures its words once: the pieces of the font that hold them should be there by then. On
    paper the words stand in place of the canvas, which would show as many rows as fit.
    """
    words = frame.astype(object).where(frame.notna(), "").astype(str)
    st.html(write_paper([tr(str(name)) for name in frame.columns], words.to_numpy().tolist()))


def clicked_row(event: Any) -> int | None:
    """Return the row that was clicked, by its box or by any of its cells."""
    selection = event.selection
    if selection.rows:
        return int(selection.rows[0])
    return int(selection.cells[0][0]) if selection.cells else None
