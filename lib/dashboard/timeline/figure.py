"""The chart of the timeline: a line for each place, a mark for each meeting; colour and shape tell the kind."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.labels import date_text
from dashboard.timeline.meeting import OTHER_KIND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.timeline.meeting import Mark

STYLES = (
    ("#1d5c4a", "circle"),
    ("#b07d2b", "diamond"),
    ("#2d5d80", "square"),
    ("#8c5a6b", "triangle-up"),
    ("#5b6470", "cross"),
    ("#c2603a", "star"),
    ("#6f8f55", "hexagon"),
)
OTHER_STYLE = ("#8a938f", "circle-open")
LANE_HEIGHT, FRAME_HEIGHT = 27, 110
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"}


def build_figure(marks: Sequence[Mark], kinds: Sequence[str]) -> go.Figure:
    """Return the chart; each mark carries the id of its report as customdata."""
    lanes = _order_lanes(marks)
    figure = go.Figure()
    frame = pd.DataFrame([(mark.day, mark.lane, mark.kind, mark.report_id, _hover(mark)) for mark in marks])
    frame.columns = pd.Index(["day", "lane", "kind", "report", "hover"])
    for kind, style in zip((*kinds, OTHER_KIND), (*STYLES[: len(kinds)], OTHER_STYLE), strict=True):
        shown = frame[frame["kind"] == kind]
        if len(shown):
            figure.add_trace(_trace(kind, shown, style))
    figure.update_layout(
        height=FRAME_HEIGHT + LANE_HEIGHT * len(lanes),
        margin={"l": 8, "r": 16, "t": 8, "b": 8},
        plot_bgcolor="#fff",
        dragmode="pan",
        hovermode="closest",
        hoverlabel={"align": "left", "bgcolor": "#fff", "font": {"color": "#1e2724"}},
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 13}},
        showlegend=True,
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=lanes,
        range=[-0.8, len(lanes) - 0.2],
        tickfont={"color": "#3d4945", "size": 13},
        gridcolor="#e6ebe9",
        fixedrange=True,
        title=None,
        automargin=True,
    )
    figure.update_xaxes(
        type="date",
        gridcolor="#eef1f0",
        linecolor="#c8d0cd",
        tickfont={"color": "#3d4945", "size": 13},
        title=None,
        range=_span(marks),
        tickformatstops=[
            {"dtickrange": [None, 86_400_000 * 27], "value": "%Y年%-m月%-d日"},
            {"dtickrange": [86_400_000 * 27, "M11"], "value": "%Y年%-m月"},
            {"dtickrange": ["M12", None], "value": "%Y年"},
        ],
        nticks=6,
    )
    return figure


def chosen_report(selection: Mapping[str, Any]) -> str | None:
    """Return the id of the report in what the chart says was selected, if any."""
    points = selection.get("points", [])
    data = points[0].get("customdata") if points else None
    return str(data[0]) if data else None


def _trace(kind: str, shown: pd.DataFrame, style: tuple[str, str]) -> go.Scatter:
    colour, symbol = style
    return go.Scatter(
        x=shown["day"],
        y=shown["lane"],
        customdata=shown[["report"]],
        text=shown["hover"],
        hovertemplate="%{text}<extra></extra>",
        mode="markers",
        name=f"{kind}（{len(shown)}）",
        marker={"color": colour, "symbol": symbol, "size": 13, "line": {"color": "#fff", "width": 1}},
    )


def _hover(mark: Mark) -> str:
    # plotly reads a few tags in hover texts: words of a report must not become one.
    name = mark.name.replace("<", "＜").replace(">", "＞")
    return f"<b>{name}</b><br>{date_text(mark.day)} · {mark.place}<br>{mark.kind} · {mark.commitments} 条承诺<br>点击打开报告"


def _order_lanes(marks: Sequence[Mark]) -> list[str]:
    """Return the lines from bottom to top: the place with most meetings comes first in reading."""
    counted = Counter(mark.lane for mark in marks)
    return [lane for lane, _ in sorted(counted.items(), key=lambda pair: (pair[1], pair[0]))]


def _span(marks: Sequence[Mark]) -> list[str]:
    """Return a range with air on both sides; a single day stands within its two months."""
    days = [mark.day for mark in marks]
    first, last = min(days), max(days)
    air = max((last - first) / 20, dt.timedelta(days=30))
    return [(first - air).isoformat(), (last + air).isoformat()]
