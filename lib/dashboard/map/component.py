"""The parts of the map that run in the browser: the drawing that is clicked, and the button that saves it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from dashboard.language import tr
from ecoledger.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.map.painting import Painting
    from dashboard.map.picture import Picture

ROOT = Path(__file__).resolve().parents[3]
NAME = "ecoledger.map"
SCRIPT = "map.js"
_KEY = "map-svg"


def show_svg(svg: str, painting: Painting, go: Callable[[str], None]) -> None:
    """Draw the SVG; `go` is called before the next run with the code of the area chosen by click or Enter."""

    def chosen() -> None:
        place = st.session_state[_KEY].get("place")
        if isinstance(place, str) and place.isdigit():
            go(place)

    notes = {code: [note.name, note.figure, note.latest] for code, note in painting.notes.items()}
    _mount(_KEY, {"svg": svg, "notes": notes, "latest": tr("最近的承诺")}, on_place_change=chosen)


def show_save(picture: Picture, svg: str | None = None) -> None:
    """Draw the button that saves the SVG as a picture; without one it saves what `show_svg` draws."""
    _mount("map-save", {"svg": svg, "picture": asdict(picture), "save": tr("PNG 图片")}, width="content")


def _mount(key: str, data: dict[str, Any], **more: Any) -> None:
    _register()
    st.components.v2.component(NAME, js=SCRIPT)(key=key, data=data, **more)


def _register() -> None:
    """Let the script come as a file from ourselves: inline it would be a blob, which our policy refuses."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, _, name = NAME.partition(".")
        manifest = ComponentManifest(package, VERSION, [ComponentConfig(name, asset_dir="static/map")])
        manager.register_from_manifest(manifest, ROOT)
