"""What the map is asked to show: a measure, and for targets an indicator; kept in the session and in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.filters import MAP_CHOICE
from dashboard.language import tr
from dashboard.map.measure import INDICATOR, MEASURES
from ecoledger.indicators.catalogue import load_indicators

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.map.measure import MapMeasure
    from ecoledger.ledger.filter import Filter

_NAMES = ("show", "of")


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure and, where that is of an indicator, its code in the catalogue."""

    measure: MapMeasure
    indicator: str = ""

    @property
    def indicator_name(self) -> str:
        """What the indicator is called, with its unit; empty without one."""
        known = load_indicators().get(self.indicator)
        return tr("{name}（{unit}）", name=known.name, unit=known.unit) if known else ""

    @property
    def query(self) -> dict[str, str]:
        """The choice as names and codes of an address; the usual one needs none."""
        told = {"show": self.measure.code, "of": self.indicator}
        return {} if self == Choice(USUAL) else {name: code for name, code in told.items() if code}

    def looked_in(self, wanted: Filter) -> Filter:
        """Return `wanted` without what the choice stands for itself: the map of an indicator has its own."""
        return wanted.without("indicators") if self.measure is INDICATOR else wanted


USUAL = MEASURES["commitments"]


def current() -> Choice:
    """Return what is chosen."""
    if MAP_CHOICE not in st.session_state:
        query = {name: st.query_params.get_all(name) for name in _NAMES}
        st.session_state[MAP_CHOICE] = read_choice(query)
    choice: Choice = st.session_state[MAP_CHOICE]
    return choice


def choose(choice: Choice) -> None:
    """Show something else from the next run on."""
    st.session_state[MAP_CHOICE] = choice


def write_address(choice: Choice) -> None:
    """Write the choice to the address."""
    for name in _NAMES:
        value = choice.query.get(name)
        if value is None and name in st.query_params:
            del st.query_params[name]
        elif value is not None and st.query_params.get(name) != value:
            st.query_params[name] = value


def read_choice(query: Mapping[str, Sequence[str]]) -> Choice:
    """Return the choice that an address names; what means nothing is as if not said."""
    measure = MEASURES.get(next(iter(query.get("show", ())), ""), USUAL)
    indicator = next(iter(query.get("of", ())), "")
    if measure is not INDICATOR:
        return Choice(measure)
    return Choice(measure, indicator) if indicator in load_indicators() else Choice(USUAL)
