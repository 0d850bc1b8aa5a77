"""The downloads of a page: a button for each kind of file, and the layout that tables get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.download.choice import chosen_layout, draw_choice
from dashboard.download.editor import begin, draw_editor
from dashboard.download.file import build_file, file_name
from dashboard.element import as_text
from dashboard.language import tr
from ecoledger.export.form import FORMS
from ecoledger.export.saved_layout import list_layouts

if TYPE_CHECKING:
    from ecoledger.export.form import Form
    from ecoledger.export.layout import Layout
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.sort import Order
    from ecoledger.ledger.store import Ledger


def draw_downloads(ledger: Ledger, wanted: Filter, order: Order) -> None:
    """Draw a button for each kind of file of the rows of `wanted`, and the choice of layout; once on a page.

    A file is made by the click, in the order of the table. Raises LedgerError.
    """
    layouts, problems = list_layouts(ledger)
    layout = chosen_layout(layouts)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="downloads"):
        for form in FORMS.values():
            if form.laid is not None:
                _draw_button(ledger, wanted, order, form, layout)
        with st.popover(tr("更多格式"), icon=":material/download:"):
            for form in FORMS.values():
                if form.laid is None:
                    _draw_button(ledger, wanted, order, form, layout)
                    st.caption(tr(form.use))
        draw_choice(layouts, layout)
        asked = st.button(
            tr("设置版式"), icon=":material/view_column:", type="tertiary", on_click=begin, args=(layout,)
        )
    if asked:
        st.dialog(tr("设置版式"), width="large")(draw_editor)(ledger, layouts)
    for problem in problems:
        st.caption(as_text(problem))


def _draw_button(ledger: Ledger, wanted: Filter, order: Order, form: Form, layout: Layout) -> None:
    st.download_button(
        tr(form.name),
        build_file(ledger, wanted, order, form, layout),
        file_name=file_name(form),
        mime=form.mime,
        icon=":material/download:" if form.laid is not None else None,
        help=tr(form.use) if form.laid is not None else None,
        on_click="ignore",
        key=f"download-{form.ending}",
    )
