"""The pages, their addresses, and how one page leads to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from dashboard.address import READ, write_address, write_filter
from dashboard.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from streamlit.navigation.page import Page

    from ecoledger.ledger.filter import Filter

_PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Place:
    """One page: `address` is what stands after the slash, `module` its file under pages/."""

    address: str
    module: str
    title: str
    filtered: bool


OVERVIEW = Place("", "overview_page", "总览", filtered=True)
MAP = Place("map", "map_page", "区域地图", filtered=True)
TIMELINE = Place("timeline", "timeline_page", "会议时间线", filtered=True)
DEADLINES = Place("deadlines", "deadlines_page", "到期", filtered=True)
INDICATORS = Place("indicators", "indicators_page", "指标", filtered=True)
COMPARE = Place("compare", "compare_page", "对比", filtered=True)
BODIES = Place("bodies", "bodies_page", "单位", filtered=True)
GAPS = Place("gaps", "gaps_page", "缺项", filtered=True)
COMMITMENTS = Place("commitments", "commitments_page", "承诺台账", filtered=True)
REPORT = Place("report", "report_page", "报告", filtered=True)
IMPORT = Place("import", "import_page", "导入", filtered=False)
GUIDE = Place("guide", "guide_page", "使用指南", filtered=False)
PLACES = (
    OVERVIEW,
    MAP,
    TIMELINE,
    DEADLINES,
    COMMITMENTS,
    INDICATORS,
    COMPARE,
    BODIES,
    GAPS,
    REPORT,
    IMPORT,
    GUIDE,
)


def build_pages(render: Callable[[str], None]) -> Mapping[str, Page]:
    """Return the pages by address, each drawn by `render(module)`; remember them for links between pages."""
    pages = {place.address: _build(place, render) for place in PLACES}
    st.session_state[_PAGES] = pages
    return pages


def takes_filters(page: Page) -> bool:
    """Return whether the shared filters stand beside `page`: not where it shows one report."""
    if page.url_path == REPORT.address and "id" in st.query_params:
        return False
    return any(place.filtered for place in PLACES if place.address == page.url_path)


def go(place: Place, **query: str) -> None:
    """Leave for another page."""
    st.switch_page(_page(place), query_params=query)


def link(place: Place, label: str, icon: str | None = None, **query: str) -> None:
    """Draw a link to a page."""
    st.page_link(_page(place), label=label, icon=icon, query_params=query)


def link_rows(label: str, wanted: Filter, icon: str | None = None) -> None:
    """Draw a link to the commitments that pass a filter."""
    query = [
        (READ, "1"),
        *((name, value) for name, values in write_filter(wanted).items() for value in values),
    ]
    st.page_link(_page(COMMITMENTS), label=label, icon=icon, query_params=query)


def rows_address(wanted: Filter, **more: str) -> str:
    """Return the address of the commitments that pass a filter, for a link in HTML."""
    return write_address(COMMITMENTS.address, wanted, **more)


def report_address(report: str, **more: str) -> str:
    """Return the address of the report with this id, for a link in HTML."""
    return f"/{REPORT.address}?{urlencode({'id': report} | more)}"


def go_report(report: str) -> None:
    """Leave for the report with this id."""
    go(REPORT, id=report)


def link_report(report: str, label: str) -> None:
    """Draw a link to the report with this id."""
    link(REPORT, label, id=report)


def _page(place: Place) -> Page:
    pages: Mapping[str, Page] = st.session_state[_PAGES]
    return pages[place.address]


def _build(place: Place, render: Callable[[str], None]) -> Page:
    def draw() -> None:
        render(place.module)

    draw.__name__ = place.module
    return st.Page(draw, title=tr(place.title), url_path=place.address or None, default=not place.address)
