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
    """What the browser said: `graphics` is slow where WebGL is there but drawn without a graphics card."""

    graphics: Graphics | None = None
    narrow: bool = False


def read_browser() -> Browser:
    """Return what the browser said last in this session; graphics None before it has said anything."""
    said = st.session_state.get(KEY, "")
    graphics, _, width = said.partition(" ")
    return Browser(
        cast("Graphics", graphics) if graphics in {"fast", "slow", "none"} else None, width == "narrow"
    )


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
