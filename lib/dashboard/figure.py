"""Charts. They are drawn by plotly in the browser, from numbers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.facet import Choice

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_FONT = "'Noto Sans SC Variable', sans-serif"


def draw_themes(choices: Sequence[Choice]) -> go.Figure:
    """Return bars of how many commitments each theme has, the longest on top."""
    longest_last = sorted(choices, key=lambda choice: choice.count)
    figure = go.Figure(
        go.Bar(
            x=[choice.count for choice in longest_last],
            y=[labels.name_of(labels.THEMES, choice.value) for choice in longest_last],
            orientation="h",
            marker_color="#1d5c4a",
            text=[f"{choice.count:,}" for choice in longest_last],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}：%{x:,} 条<extra></extra>",
        )
    )
    figure.update_layout(
        height=26 * len(longest_last) + 20,
        margin={"l": 0, "r": 36, "t": 4, "b": 4},
        bargap=0.42,
        font={"family": _FONT, "size": 13, "color": "#1e2724"},
        xaxis={"visible": False, "fixedrange": True},
        yaxis={"fixedrange": True, "ticksuffix": "  ", "automargin": True},
        plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)",
    )
    return figure
