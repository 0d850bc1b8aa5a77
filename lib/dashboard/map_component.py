"""The part of the map that runs in the browser: shows the SVG, reports clicks and what the graphics card can do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ecoledger.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
NAME = "ecoledger.map"
SCRIPT = "map.js"
KEY = "map_browser"

Graphics = Literal["fast", "slow", "none"]


@dataclass(frozen=True, slots=True)
class Browser:
    """What the browser said: `graphics` is slow where WebGL is there but drawn without a graphics card.

    `width` is the room for the map in pixels, about.
    """

    graphics: Graphics | None = None
    width: int = 540


def read_browser() -> Browser:
    """Return what the browser said last in this session; graphics None before it has said anything."""
    return parse_browser(st.session_state.get(KEY, ""))


def parse_browser(said: str) -> Browser:
    """Return what the words of the browser mean (fast 540); what means nothing is as if not said."""
    graphics, _, width = said.partition(" ")
    if graphics not in {"fast", "slow", "none"} or not (
        width.isascii() and width.isdigit() and len(width) < 5
    ):
        return Browser()
    return Browser(cast("Graphics", graphics), min(max(int(width), 240), 2400))


def show_svg(svg: str) -> str | None:
    """Draw the SVG (none where it is empty) and return the code of the area chosen by click or Enter, if any."""
    _register()
    mount = st.components.v2.component(NAME, js=SCRIPT)
    answer = mount(
        key=f"{KEY}_part",
        data={"svg": svg, "browser": st.session_state.get(KEY, "")},
        default={"browser": st.session_state.get(KEY, "")},
        on_browser_change=_remember,
        on_place_change=lambda: None,
    )
    place = answer.get("place")
    return place if isinstance(place, str) and place.isdigit() else None


def _register() -> None:
    """Let the script come as a file from ourselves: inline it would be a blob, which our policy refuses."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, _, name = NAME.partition(".")
        manifest = ComponentManifest(package, VERSION, [ComponentConfig(name, asset_dir="static/map")])
        manager.register_from_manifest(manifest, ROOT)


def _remember() -> None:
    """Keep the answer beyond the page: the part's own state goes when another page is shown."""
    st.session_state[KEY] = st.session_state[f"{KEY}_part"].get("browser", "")
