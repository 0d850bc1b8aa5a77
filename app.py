"""The dashboard's entry: page setup, who may come in, navigation and the filters that pages share; nothing else."""

import importlib

import streamlit as st

from dashboard import filters, navigation
from dashboard.colour import draw_repaint
from dashboard.connection import told
from dashboard.language import tr
from dashboard.light_style import draw_style
from dashboard.loopback import refuse_strangers
from dashboard.paper import draw_foot

st.set_page_config(page_title=tr("生态承诺台账"), layout="wide")
refuse_strangers()


def _render(module: str) -> None:
    """Draw a page; its module is loaded when it is first asked for, which keeps the start fast."""
    importlib.import_module(f"pages.{module}").render()


pages = navigation.build_pages(_render)
page = st.navigation(list(pages.values()), position="top")
draw_style()
filters.follow_address()
if navigation.takes_filters(page):
    filters.draw()
with told():
    page.run()
    draw_repaint()
    draw_foot(filtered=navigation.takes_filters(page))
