"""The table of commitments; and what the tables that Streamlit draws on a canvas need."""

from __future__ import annotations

from dashboard.table.frame import clicked_row, draw_ahead

__all__ = ["clicked_row", "draw_ahead"]
