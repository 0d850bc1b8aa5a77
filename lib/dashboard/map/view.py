"""Puts the map on the page: the way up, the choice of a place, the drawing and its table."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard import filters
from dashboard.browser import read_browser
from dashboard.element import write_quiet
from dashboard.map.boundary import GEO_FOLDER, NATION, folder_version, geo_folder, load_boundaries, load_lines
from dashboard.map.component import show_svg
from dashboard.map.deck import HEIGHT, build_deck, clicked_place
from dashboard.map.legend import write_legend, write_notice
from dashboard.map.shape import draw_sheet
from dashboard.map.svg import write_svg
from dashboard.map.table import list_rows, list_without, write_measure_table
from dashboard.place import is_place, place_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dashboard.map.drill import View
    from dashboard.map.measure import MapMeasure
    from dashboard.map.painting import Painting
    from dashboard.map.shape import Sheet
    from ecoledger.gazetteer.gazetteer import Gazetteer
    from ecoledger.ledger.region import Measure

Style = Literal["auto", "deck", "svg"]
STYLES: dict[Style, str] = {"auto": "自动", "deck": "交互图", "svg": "简图"}


def draw_way_up(view: View, gazetteer: Gazetteer) -> None:
    """Draw the places above and this one as buttons, and a select box of those below."""
    path = [(None, "全国"), *((step.adcode, step.name) for step in gazetteer.path(view.parent))]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for adcode, name in path:
            here = (adcode or NATION) == view.parent and not view.chosen
            if st.button(
                name, key=f"map-up-{adcode}", type="primary" if here else "secondary", disabled=here
            ):
                filters.set_place(adcode)
        below = {b.adcode: b.name for b in view.boundaries if is_place(b.adcode)}
        if not below:  # 台湾省 has areas on the map and no divisions in the gazetteer
            return
        chosen = st.selectbox(
            "进入下级地区",
            list(below),
            index=None,
            format_func=below.__getitem__,
            placeholder=f"选择地区（{len(below)} 个）",
            key=f"map-down-{view.parent}-{'-'.join(sorted(view.chosen))}",
            label_visibility="collapsed",
            width=260,
        )
    if chosen is not None:
        filters.set_place(chosen)


def draw_map(painting: Painting, shown: MapMeasure, where: str, missing: str, style: Style) -> None:
    """Draw the map as chosen, the plain one where WebGL fails, with its legend; a click looks at that place."""
    browser, folder, view = read_browser(), geo_folder(os.environ), painting.view
    title = f"{where}各地{shown.name}"
    unaided = browser.graphics != "fast" and style == "auto"
    plain = style == "svg" or browser.graphics == "none" or unaided
    inset = False
    if plain:
        sheet = _sheet(folder, folder_version(folder), view)
        inset = sheet.inset is not None
        place = show_svg(write_svg(sheet, title, painting))
    else:
        deck = build_deck(painting, load_lines(folder), browser.half)
        key = f"map-deck-{view.parent}-{'-'.join(sorted(view.chosen))}"
        event = st.pydeck_chart(deck, height=HEIGHT, on_select="rerun", key=key, alt=title)
        place = clicked_place(event.selection)
    if style == "deck" and browser.graphics == "none":
        st.caption("此浏览器不支持 WebGL，已改用简图。")
    st.html(write_legend(painting.legend, shown.name, missing, hatched=plain))
    st.html(write_notice(own=folder != GEO_FOLDER, inset=inset))
    if place is not None and place not in view.chosen and is_place(place):
        filters.set_place(place)


@lru_cache(maxsize=64)
def _sheet(folder: Path, version: int, view: View) -> Sheet:  # noqa: ARG001  the key of the cache
    """Draw a view once, whatever the figures: the shapes are the slow part."""
    return draw_sheet(view.boundaries, load_lines(folder), load_boundaries(folder, "province"))


def draw_table(
    view: View, codes: Mapping[str, str], measures: Mapping[str, Measure], shown: MapMeasure, missing: str
) -> None:
    """Draw the figures of the map as a table, with what the map cannot show: the place's own reports."""
    own = {code: _own_name(code, view) for code in measures if code not in codes}
    rows, without = list_rows({**codes, **own}, measures, shown), list_without(codes, measures)
    if rows:
        st.html(write_measure_table(rows))
    if without:
        st.html(write_quiet(f"{missing}（{len(without)} 个）：{'、'.join(without)}。"))
    hidden = [name for code, name in codes.items() if code not in {b.adcode for b in view.boundaries}]
    if hidden:
        st.html(write_quiet(f"无边界数据、图上未画出：{'、'.join(hidden)}。"))


def _own_name(code: str, view: View) -> str:
    """Return the name of a row that is no area of the map."""
    return f"{place_name(code)}（本级）" if code == view.parent else place_name(code)
