"""What the browser in front of us can draw, as static/app/browser.js says in a cookie before a session begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

import streamlit as st

COOKIE = "ecoledger_browser"

Graphics = Literal["fast", "slow", "none"]

_BESIDE = 461  # sidebar, margins, and the gap between the columns
_MARGINS = 30
_LEAST, _MOST = 240, 4096
_ONE_COLUMN = 640  # below this Streamlit puts columns one under the other


@dataclass(frozen=True, slots=True)
class Browser:
    """`graphics` is slow where WebGL is there but drawn without a graphics card, None where nothing was said.

    `width` is that of the window in pixels, as the session began.
    """

    graphics: Graphics | None = None
    width: int = 1440

    @property
    def half(self) -> int:
        """Return the room in one of two equal columns beside the sidebar, in pixels, about."""
        if self.width < _ONE_COLUMN:
            return max(self.width - _MARGINS, _LEAST)
        return max((self.width - _BESIDE) // 2, _LEAST)


def read_browser() -> Browser:
    """Return what the browser of this session said."""
    return parse_browser(dict(st.context.cookies).get(COOKIE, ""))


def parse_browser(said: str) -> Browser:
    """Return what the words of the browser mean (fast.1440); what means nothing is as if not said."""
    graphics, _, width = said.partition(".")
    if graphics not in {"fast", "slow", "none"} or not (
        width.isascii() and width.isdigit() and len(width) < 6
    ):
        return Browser()
    return Browser(cast("Graphics", graphics), min(max(int(width), _LEAST), _MOST))
