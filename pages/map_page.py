"""区域地图 /map: what each place has, from the nation down to the county; a click looks at that place everywhere."""

import os

import streamlit as st

from dashboard import filters
from dashboard.connection import get_ledger
from dashboard.element import as_text, write_quiet
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.map import choice as choices
from dashboard.map.boundary import BoundaryError, geo_folder
from dashboard.map.drill import look_at
from dashboard.map.painting import paint
from dashboard.map.place import find_focus, units_text, view_name
from dashboard.map.survey import list_indicators, read_survey
from dashboard.map.table import write_measure_table, write_missing, write_undrawn
from dashboard.map.trail import write_trail
from dashboard.map.view import STYLE, draw_choice, draw_map, draw_style, draw_way_down
from dashboard.nothing import draw_nothing
from ecoledger.gazetteer.gazetteer import load_gazetteer


def render() -> None:
    """Draw the map of the place that the filters look at, and its figures as a table."""
    st.title(tr("区域地图"), anchor=False)
    ledger, gazetteer, rule = get_ledger(), load_gazetteer(), current_rule()
    wanted, chosen = filters.current(), choices.current()
    choices.write_address(chosen)
    try:
        view = look_at(geo_folder(os.environ), find_focus(wanted, gazetteer), gazetteer)
    except BoundaryError as error:
        st.error(as_text(str(error)), icon=":material/error:")
        return
    st.html(STYLE + write_trail(view, wanted, chosen, gazetteer))
    # The map shows the neighbours of a chosen place as well: places choose the view, all else filters.
    survey = read_survey(ledger, gazetteer, view, chosen, wanted=wanted, rule=rule)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        draw_choice(chosen, list_indicators(ledger, survey), rule)
        draw_way_down(view)
        style = draw_style()
    if view.chosen:
        st.html(
            write_quiet(
                tr("图中描边的是所选的 {count} 个地区，其他地区一并列出，以便比较。", count=len(view.chosen))
            )
        )
    if not survey.total.reports:
        draw_nothing(wanted, tr("报告"))
    where, below = view_name(view), gazetteer.children(view.parent)
    units = units_text(below) if below else tr("{count} 个地区", count=len(survey.names))
    st.html(
        write_quiet(
            tr(
                "{place} {units}中 {count} 个无报告。点击地区即按该地区筛选各页。",
                place=where,
                units=units,
                count=len(survey.missing),
            )
        )
    )
    left, right = st.columns([11, 12], gap="medium")
    with left:
        draw_map(survey, paint(survey, gazetteer), where, style, ledger)
    with right:
        st.html(write_measure_table(survey) + write_missing(survey) + write_undrawn(survey))
