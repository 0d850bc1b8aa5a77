"""The part of the timeline that runs in the browser: draws lanes on a canvas, zooms, and reports what was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ecoledger.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[3]
NAME = "ecoledger.timeline"
SCRIPT = "timeline.js"
KEY = "timeline-chart"


def show_timeline(data: Mapping[str, Any], on_span: Callable[[], None]) -> str | None:
    """Draw the chart; return what was opened by click or Enter, if any. `on_span` runs after other days are seen."""
    _register()
    mount = st.components.v2.component(NAME, js=SCRIPT)
    answer = mount(key=KEY, data=data, on_span_change=on_span, on_open_change=lambda: None)
    opened = answer.get("open")
    return opened if isinstance(opened, str) else None


def seen_span() -> str:
    """Return the days that the browser has just reported; `all` for all there are."""
    span = st.session_state.get(KEY, {}).get("span")
    return span if isinstance(span, str) else ""


def _register() -> None:
    """Let the scripts come as files from ourselves: inline they would be blobs, which our policy refuses."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, _, name = NAME.partition(".")
        manifest = ComponentManifest(package, VERSION, [ComponentConfig(name, asset_dir="static/timeline")])
        manager.register_from_manifest(manifest, ROOT)
