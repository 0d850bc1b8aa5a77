"""Puts the map on the page: the way up and down, the choice of a measure, the drawing, its table and its files."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard import chip, filters
from dashboard.address import choose_place
from dashboard.browser import read_browser
from dashboard.clock import now, today
from dashboard.colour import scheme
from dashboard.download.file import make_stamp
from dashboard.language import tr
from dashboard.map import choice as choices
from dashboard.map.boundary import GEO_FOLDER, folder_version, geo_folder, load_boundaries, load_lines
from dashboard.map.choice import Choice
from dashboard.map.component import show_save, show_svg
from dashboard.map.deck import HEIGHT, build_deck, clicked_place
from dashboard.map.geojson import count_sources, list_versions, write_geojson
from dashboard.map.legend import list_notices, write_legend, write_notices
from dashboard.map.measure import INDICATOR, MEASURES
from dashboard.map.picture import Stamped, make_picture
from dashboard.map.shape import draw_sheet
from dashboard.map.svg import write_svg
from dashboard.map.trail import map_address
from dashboard.place import is_place
from ecoledger.indicators.catalogue import load_indicators

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from dashboard.map.drill import View
    from dashboard.map.painting import Painting
    from dashboard.map.shape import Sheet
    from dashboard.map.survey import Survey
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.store import Ledger

Style = Literal["auto", "deck", "svg"]
STYLES: Mapping[Style, str] = {"auto": "自动", "deck": "交互图", "svg": "简图"}


_DOWN = "map-down"
STYLE = """<style>
.map-trail ol{list-style:none;display:flex;flex-wrap:wrap;margin:0;padding:0;font-size:1.02rem}
.map-trail li{margin:0;padding:0}.map-trail li+li::before{content:"›";color:var(--faint);margin:0 .55em}
.map-trail a{color:var(--accent);text-decoration:none}.map-trail a:hover{text-decoration:underline}
.map-trail [aria-current]{font-weight:600}
.map-legend{font-size:.88rem}.map-legend ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3em 1.3em;margin:.3em 0 0;padding:0}
.stHtml .map-legend :is(ul,li){font-size:inherit}.map-legend li{display:flex;align-items:center;gap:.45em;white-space:nowrap;margin:0;line-height:1.5}.map-legend span{color:var(--quiet)}
.map-legend i{display:inline-block;width:1.7em;height:1em;border:1px solid var(--faint)}
.stHtml .map-notice{font-size:.82rem;line-height:1.7}
.map-table table{font-size:.86rem}.map-table caption{text-align:left;color:var(--quiet);font-size:.82rem;padding-bottom:.2rem}
.map-table :is(th,td){padding:.36rem 0 .36rem .5rem;white-space:nowrap}.map-table :is(th,td):first-child{padding-left:0}
.map-table tbody th{font-weight:400;color:var(--text);border-bottom:1px solid var(--grid);position:sticky;left:0;padding-right:.5rem;background:var(--ground)}
.map-table tfoot :is(th,td){font-weight:600;color:var(--text);border-top:1px solid var(--line);border-bottom:0}
.map-table tr.chosen th{font-weight:600;box-shadow:inset 3px 0 var(--accent);padding-left:.5rem}
.map-table a{color:inherit;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:.25em}
.map-table a:hover{color:var(--accent);text-decoration-color:currentColor}
.map-table .here{background:var(--accent-pale);color:var(--text);padding-right:.3rem}
</style>"""


def draw_way_down(view: View) -> None:
    """Draw a select box of the places below, for those who do not click on a map."""
    below = {b.adcode: b.name for b in view.boundaries if is_place(b.adcode)}
    if not below:  # 台湾省 has areas on the map and no divisions in the gazetteer
        return
    st.selectbox(
        tr("进入下级地区"),
        list(below),
        index=None,
        format_func=below.__getitem__,
        placeholder=tr("选择地区（{count} 个）", count=len(below)),
        key=_DOWN,
        on_change=_go_down,
    )


def draw_choice(chosen: Choice, codes: Sequence[str], rule: LightRule) -> None:
    """Draw the boxes for the measure and, where that is of an indicator, for the indicator; `codes` are those named."""
    options = [code for code in MEASURES if code != INDICATOR.code or codes]
    st.session_state["map-measure"] = chosen.measure.code
    st.selectbox(
        tr("地图显示"),
        options,
        format_func=lambda code: tr(INDICATOR.name) if code == INDICATOR.code else MEASURES[code].title(rule),
        key="map-measure",
        on_change=_take_measure,
        args=(tuple(codes),),
    )
    if chosen.measure is INDICATOR:
        known = load_indicators()
        st.session_state["map-indicator"] = chosen.indicator
        st.selectbox(
            tr("指标"),
            codes if chosen.indicator in codes else [chosen.indicator, *codes],
            format_func=lambda code: tr("{name}（{unit}）", name=known[code].name, unit=known[code].unit),
            key="map-indicator",
            on_change=lambda: choices.choose(Choice(INDICATOR, st.session_state["map-indicator"])),
        )


def draw_style() -> Style:
    """Draw the choice between the plain and the interactive map and return what was chosen."""
    style: Style = st.segmented_control(
        tr("图的样式"),
        list(STYLES),
        format_func=lambda style: tr(STYLES[style]),
        default="auto",
        required=True,
        key="map-style",
    )
    return style


def draw_map(survey: Survey, painting: Painting, where: str, style: Style, ledger: Ledger) -> None:
    """Draw the map as chosen, the plain one where WebGL fails or is slow, with its legend; a click looks there."""
    browser, folder, view = read_browser(), geo_folder(os.environ), painting.view
    title = tr("{place}各地：{measure}", place=where, measure=survey.title)
    unaided = browser.graphics != "fast" and style == "auto"
    plain = style == "svg" or browser.graphics == "none" or unaided
    sheet = _sheet(folder, folder_version(folder), view)
    wanted = filters.current()
    addresses = {
        b.adcode: map_address(wanted, b.adcode, survey.choice) for b in view.boundaries if is_place(b.adcode)
    }
    svg = write_svg(sheet, title, painting, addresses.get)
    if plain:
        show_svg(svg, painting, _go)
    else:
        deck = build_deck(painting, load_lines(folder), browser.half, scheme())
        key = f"map-deck-{view.parent}-{'-'.join(sorted(view.chosen))}"
        st.pydeck_chart(deck, height=HEIGHT, on_select=lambda: _go_selected(key), key=key, alt=title)
    if style == "deck" and browser.graphics == "none":
        st.caption(tr("此浏览器不支持 WebGL，已改用简图。"))
    st.html(write_legend(painting.legend, survey.title, hatched=plain))
    told = partial(list_notices, own=folder != GEO_FOLDER, inset=sheet.inset is not None)
    picture = make_picture(
        survey,
        painting.legend,
        Stamped(
            where, chip.describe_filter(survey.whole, today()), told(), list_versions(ledger, survey), now()
        ),
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        show_save(picture, None if plain else svg)
        _draw_download(survey, picture.file.replace(".png", ".geojson"), told, ledger)
    st.html(write_notices(told()))


def _draw_download(survey: Survey, name: str, told: Callable[[], tuple[str, ...]], ledger: Ledger) -> None:
    """Draw the button for the data; the file is made by the click, out of the session, so that it is in Chinese."""
    stamp = make_stamp(survey.whole)
    lines = load_lines(geo_folder(os.environ))

    def build() -> bytes:
        made = replace(stamp, made_at=now())
        return write_geojson(survey, lines, told(), made, count_sources(ledger, survey))

    st.download_button(
        tr("GeoJSON 数据"), build, file_name=name, mime="application/geo+json", on_click="ignore"
    )


def _go(place: str | None) -> None:
    """Look at a place from the next run on."""
    if place is not None and is_place(place):
        filters.choose(choose_place(filters.current(), place))


def _go_down() -> None:
    place, st.session_state[_DOWN] = st.session_state[_DOWN], None
    _go(place)


def _go_selected(key: str) -> None:
    _go(clicked_place(st.session_state[key].selection))


def _take_measure(codes: tuple[str, ...]) -> None:
    """Take over the measure; that of an indicator begins with the one that is filtered, else with that named most."""
    measure = MEASURES[st.session_state["map-measure"]]
    filtered = filters.current().indicators
    indicator = next((code for code in (*filtered, *codes)), "")
    choices.choose(Choice(measure, indicator) if measure is INDICATOR else Choice(measure))


@lru_cache(maxsize=64)
def _sheet(folder: Path, version: int, view: View) -> Sheet:  # noqa: ARG001  the key of the cache
    """Draw a view once, whatever the figures: the shapes are the slow part."""
    return draw_sheet(view.boundaries, load_lines(folder), load_boundaries(folder, "province"))
