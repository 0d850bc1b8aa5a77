"""区域地图 /map: what each place has, from the nation down to the county; a click looks at that place everywhere."""

import os

import streamlit as st

from dashboard import filters
from dashboard.connection import get_ledger
from dashboard.element import as_text, write_quiet
from dashboard.map.boundary import NATION, BoundaryError, geo_folder
from dashboard.map.classification import NO_REPORT_LABEL
from dashboard.map.drill import find_view
from dashboard.map.measure import MEASURES
from dashboard.map.painting import paint
from dashboard.map.place import find_focus, units_text
from dashboard.map.table import list_without
from dashboard.map.view import STYLES, draw_map, draw_table, draw_way_up
from dashboard.nothing import draw_nothing
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.region import measure_regions

NO_MATCH_LABEL = "无符合条件的报告"
PLACES = ("provinces", "prefectures", "counties")


def render() -> None:
    """Draw the map of the place that the filters look at, and its figures as a table."""
    st.title("区域地图", anchor=False)
    ledger, gazetteer = get_ledger(), load_gazetteer()
    wanted = filters.current()
    # The map shows the neighbours of a chosen place as well: places choose the view, all else filters.
    elsewhere = wanted.without(*PLACES)
    try:
        focus = find_focus(wanted, gazetteer)
        view = find_view(geo_folder(os.environ), focus.place, focus.chosen)
    except BoundaryError as error:
        st.error(as_text(str(error)), icon=":material/error:")
        return
    within = None if view.parent == NATION else view.parent
    measures = measure_regions(ledger, elsewhere, view.level, within)
    missing = NO_REPORT_LABEL if elsewhere.empty else NO_MATCH_LABEL
    draw_way_up(view, gazetteer)
    left, right = st.columns([2, 3], gap="medium")
    shown = MEASURES[
        left.selectbox(
            "地图显示", list(MEASURES), format_func=lambda field: MEASURES[field].name, key="map-measure"
        )
    ]
    style = right.segmented_control(
        "图的样式",
        list(STYLES),
        format_func=STYLES.__getitem__,
        default="auto",
        required=True,
        key="map-style",
    )
    if not measures:
        draw_nothing(wanted, "报告")
    here = gazetteer.division(view.parent)
    name = "全国" if here is None or within is None else here.name
    below = gazetteer.children(view.parent)
    # Of a province without places below it in the gazetteer, the map has the boundaries alone.
    codes = {d.adcode: d.name for d in below} or {b.adcode: b.name for b in view.boundaries}
    units = units_text(below) if below else f"{len(codes)} 个地区"
    without = len(list_without(codes, measures))
    st.html(write_quiet(f"{name} {units}中 {without} 个{missing}。点击地区即按该地区筛选各页。"))
    painting = paint(view, gazetteer, measures, shown, missing)
    left, right = st.columns([1, 1], gap="medium")
    with left:
        draw_map(painting, shown, name, missing, style)
    with right:
        draw_table(view, codes, measures, shown, missing)
