"""The part of the map that runs in the browser: shows the SVG and reports clicks."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ecoledger.version import VERSION

ROOT = Path(__file__).resolve().parents[3]
NAME = "ecoledger.map"
SCRIPT = "map.js"


def show_svg(svg: str) -> str | None:
    """Draw the SVG and return the code of the area chosen by click or Enter, if any."""
    _register()
    mount = st.components.v2.component(NAME, js=SCRIPT)
    answer = mount(key="map-svg", data={"svg": svg}, on_place_change=lambda: None)
    place = answer.get("place")
    return place if isinstance(place, str) and place.isdigit() else None


def _register() -> None:
    """Let the script come as a file from ourselves: inline it would be a blob, which our policy refuses."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, _, name = NAME.partition(".")
        manifest = ComponentManifest(package, VERSION, [ComponentConfig(name, asset_dir="static/map")])
        manager.register_from_manifest(manifest, ROOT)
