"""缺项 /gaps: which commitments cannot be followed up, for want of a number, a day or a body; by place, to be worked off."""

from __future__ import annotations

import streamlit as st

from dashboard import filters
from dashboard.area import find_area
from dashboard.connection import get_ledger
from dashboard.download.area import draw_downloads
from dashboard.element import write_quiet
from dashboard.gap import view
from dashboard.language import tr
from dashboard.nothing import draw_nothing
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.gap import count_gaps, count_gaps_by_place
from ecoledger.ledger.sort import Sort


def render() -> None:
    """Draw what is missing in all, by place, and the commitments to be worked off."""
    st.title(tr("缺项清单"), anchor=False)
    ledger, wanted = get_ledger(), view.choose_rows(filters.current())
    gaps = count_gaps(ledger, wanted)
    if not gaps.commitments:
        draw_nothing(wanted, tr("承诺"))
        return
    st.html(view.write_gaps(gaps, wanted))
    area = find_area(wanted, load_gazetteer())
    places = count_gaps_by_place(ledger, wanted, area.level, area.parent)
    st.subheader(tr("各地缺项"), anchor=False)
    st.html(write_quiet(view.say_area(area, places)))
    st.html(view.write_places(area, places, wanted))
    st.subheader(tr("先补哪些"), anchor=False)
    work = view.worst(wanted, gaps)
    view.draw_work(ledger, work)
    draw_downloads(ledger, work, Sort("region", descending=False))
