"""The colours of the app, light and dark: the same meaning has the same colour on every page.

style.css holds the same colours as variables of the same names, for what is built of HTML: --overdue is the mark of the
light overdue, --overdue-text its words, --overdue-pale the ground behind them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard.light_colour import paint
from dashboard.light_setting import current_setting
from dashboard.looks import read_looks

if TYPE_CHECKING:
    from collections.abc import Mapping

SchemeName = Literal["light", "dark"]

FONT = "'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
"""The font of everything that is drawn, charts and maps too."""

LIGHTS = ("overdue", "near", "course", "ongoing", "vague", "none")
"""The lights of deadlines in the order of a legend."""
LABELS = ("action", "principle")
STANDINGS = ("weaker", "equal", "stronger")
"""How a target stands against the nation's or the province's."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One meaning: `mark` for bars, points and lines, `text` for words, `pale` for the ground behind these words."""

    mark: str
    text: str
    pale: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one scheme, each as #rrggbb.

    `ground` is the page, `panel` what stands out from it; `text`, `quiet` and `faint` are words of falling weight;
    `line` parts things, `grid` stands in charts. `accent` is the one colour of the app: links, what is chosen, and
    bars of a single kind. `classes` are the steps of a map from little to much, `zero` and `missing` (no report) come
    before them. `series` tells apart up to six things without an order, in this order.
    """

    name: SchemeName
    ground: str
    panel: str
    text: str
    quiet: str
    faint: str
    line: str
    grid: str
    accent: str
    accent_pale: str
    good: Tone
    warning: Tone
    error: Tone
    lights: Mapping[str, Tone]
    labels: Mapping[str, Tone]
    standings: Mapping[str, Tone]
    classes: tuple[str, ...]
    zero: str
    missing: str
    series: tuple[str, ...]


_RED = Tone("#9c1f14", "#952a22", "#fbeae8")
_AMBER = Tone("#bb8412", "#855a10", "#fbf1dc")
_TEAL = Tone("#2b7a68", "#1d5c4a", "#e3eeea")
_BLUE = Tone("#4f7fd0", "#2b5599", "#e9effa")
_PURPLE = Tone("#6a429e", "#5d3a8c", "#f1ebf8")
_GREY = Tone("#8a9391", "#56625e", "#eef1f0")

LIGHT = Scheme(
    name="light",
    ground="#ffffff",
    panel="#f5f7f6",
    text="#1e2724",
    quiet="#56625e",
    faint="#66736e",
    line="#dde4e1",
    grid="#e9eeec",
    accent="#1d5c4a",
    accent_pale="#e3eeea",
    good=_TEAL,
    warning=_AMBER,
    error=_RED,
    lights=dict(zip(LIGHTS, (_RED, _AMBER, _TEAL, _BLUE, _PURPLE, _GREY), strict=True)),
    labels={"action": _TEAL, "principle": Tone("#7286a3", "#475561", "#eceff4")},
    standings={"weaker": Tone("#b5522a", "#984120", "#faece5"), "equal": _GREY, "stronger": _TEAL},
    classes=("#cfe4d3", "#9fcbaa", "#68a983", "#347d5c", "#0f5138"),
    zero="#edf2ed",
    missing="#f3f3f0",
    series=("#1d5c4a", "#c98412", "#4a80e0", "#93277c", "#838b89", "#b5522a"),
)

_DARK_RED = Tone("#e2533c", "#f59a8b", "#44201b")
_DARK_AMBER = Tone("#f0b23e", "#f3c56d", "#3d2f12")
_DARK_TEAL = Tone("#6fdcb4", "#7fd0b2", "#1e3a31")
_DARK_BLUE = Tone("#4a86dc", "#93b9f2", "#1d2f4a")
_DARK_PURPLE = Tone("#cbaaf2", "#cdb2ef", "#352748")
_DARK_GREY = Tone("#8b9390", "#aab6b1", "#29312f")

DARK = Scheme(
    name="dark",
    ground="#141a18",
    panel="#1d2623",
    text="#e4ebe8",
    quiet="#aab6b1",
    faint="#94a19c",
    line="#34403b",
    grid="#2a3430",
    accent="#7fd0b2",
    accent_pale="#1e3a31",
    good=_DARK_TEAL,
    warning=_DARK_AMBER,
    error=_DARK_RED,
    lights=dict(
        zip(
            LIGHTS,
            (_DARK_RED, _DARK_AMBER, _DARK_TEAL, _DARK_BLUE, _DARK_PURPLE, _DARK_GREY),
            strict=True,
        )
    ),
    labels={"action": _DARK_TEAL, "principle": Tone("#7d93b5", "#b3c0d3", "#262f3c")},
    standings={
        "weaker": Tone("#e0642a", "#f0a079", "#43271a"),
        "equal": _DARK_GREY,
        "stronger": _DARK_TEAL,
    },
    classes=("#21433a", "#2f6655", "#46907a", "#6fbfa3", "#b4ead6"),
    zero="#1c2a25",
    missing="#252b29",
    series=("#5fbf9f", "#f0cc4a", "#5c8cf0", "#c06a9e", "#dfe9e6", "#e0642a"),
)


def scheme() -> Scheme:
    """Return the colours of the scheme that the browser of this session shows now."""
    name = st.context.theme.type or read_looks().shown
    return paint(DARK if name == "dark" else LIGHT, current_setting().palette)


def draw_repaint() -> None:
    """Draw the button that nobody sees: the browser presses it when it turns dark or light (static/app/looks.js).

    The run that follows draws charts and maps in the colours of the other scheme.
    """
    st.button("\u21bb", key="repaint")


def rgb(colour: str) -> list[int]:
    """Return #rrggbb as its three numbers, as deck.gl takes colours."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
