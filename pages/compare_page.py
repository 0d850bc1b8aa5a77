"""对比 /compare: two to six places side by side, and what one has and the others have not."""

import streamlit as st

from dashboard import filters
from dashboard.clock import now, today
from dashboard.compare import state
from dashboard.compare.choice import draw_choice, say_overlap, write_samples
from dashboard.compare.difference import find_own, mark_words
from dashboard.compare.figures import count_kinds, count_lights, count_organs, count_themes, count_whole
from dashboard.compare.numbers import set_numbers
from dashboard.compare.side import take_sides
from dashboard.compare.view import build_file, write_section
from dashboard.connection import get_ledger
from dashboard.element import write_quiet
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.nothing import draw_nothing
from ecoledger.export.form import FORMS
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.selection import select


def render() -> None:
    """Draw the places that the address names."""
    st.title(tr("对比"), anchor=False)
    ledger, wanted = get_ledger(), state.elsewhere(filters.current())
    chosen = state.current(filters.current())
    found = select(ledger, wanted)
    if select(ledger, Filter()).facts.reports.empty:
        draw_nothing(wanted, tr("报告"))
        return
    draw_choice(found.facts, chosen)
    st.html(
        write_quiet(
            tr("本页只看上面所选的地区，筛选中的“地区”在本页不起作用，其余筛选条件照旧。")
            + say_overlap(chosen)
        )
    )
    if len(chosen) < state.LEAST:
        st.html(write_samples(found))
        return
    sides = take_sides(ledger, wanted, chosen)
    sections = []
    for count in (
        count_whole,
        count_themes,
        lambda sides: set_numbers(sides, today()),
        lambda sides: count_lights(sides, current_rule()),
        count_kinds,
        count_organs,
        lambda sides: mark_words(ledger, sides),
        lambda sides: find_own(ledger, sides),
    ):  # each is shown before the next is counted
        section = count(sides)
        sections.append(section)
        st.subheader(section.title, anchor=False)
        st.html(write_quiet(section.note))
        st.html(write_section(section, sides))
    st.download_button(
        tr("下载对比（CSV）"),
        build_file(wanted, sections, sides),
        file_name=f"{tr('地区对比')}_{now():%Y%m%d}.csv",
        mime=FORMS["csv"].mime,
        icon=":material/download:",
        on_click="ignore",
    )
