"""The part of the table that runs in the browser: tells the server what is ticked, sorted, moved and asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ecoledger.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[3]
NAME = "ecoledger.table"
SCRIPT = "table.js"
KEY = "table-acts"


def mount_table(picked: Sequence[str], page: int, act: Callable[[dict[str, Any]], None]) -> None:
    """Let the table on the page be ticked and sorted; `act` is called with what was done before the next run.

    `picked` are the rows that are ticked. Another `page` is shown from its first row.
    """
    _register()
    mount = st.components.v2.component(NAME, js=SCRIPT)

    def tell() -> None:
        done = st.session_state[KEY].get("done")
        if isinstance(done, dict):
            act(done)

    mount(
        key=KEY,
        data={"picked": list(picked), "page": page},
        on_done_change=tell,
        height=1,
    )


def _register() -> None:
    """Let the script come as a file from ourselves: inline it would be a blob, which our policy refuses."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, _, name = NAME.partition(".")
        manifest = ComponentManifest(package, VERSION, [ComponentConfig(name, asset_dir="static/table")])
        manager.register_from_manifest(manifest, ROOT)
