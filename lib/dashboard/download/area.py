"""The downloads of a page: a button for each kind of file, and the layout that tables get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.download.file import build_file, file_name
from dashboard.language import tr
from ecoledger.export.form import FORMS
from ecoledger.export.saved_layout import list_layouts

if TYPE_CHECKING:
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.sort import Order
    from ecoledger.ledger.store import Ledger


def draw_downloads(ledger: Ledger, wanted: Filter, order: Order) -> None:
    """Draw a button for each kind of file; the file is made by the click, in the order of the table."""
    layouts, _ = list_layouts(ledger)
    with st.container(horizontal=True, gap="small"):
        name = st.selectbox(tr("版式"), list(layouts), format_func=tr)
        for form in FORMS.values():
            st.download_button(
                tr(form.name),
                build_file(ledger, wanted, order, form, layouts[name]),
                file_name=file_name(form),
                mime=form.mime,
                icon=":material/download:",
                on_click="ignore",
            )
