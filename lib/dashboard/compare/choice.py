"""The choice of the places to compare, and what to choose from where none is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.compare import state
from dashboard.compare.state import LEAST, MOST, compare_address
from dashboard.element import write_link, write_quiet
from dashboard.language import tr
from dashboard.place import place_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.selection import Selection

_KEY = "compare-places"
_LEVELS = ("province", "prefecture", "county")
_SAMPLES = 4


def draw_choice(facts: Facts, chosen: Sequence[str]) -> None:
    """Draw the box of the places that the ledger has reports of."""
    named = facts.remember("places named", lambda: _name_places(facts))
    options = list(named) + [code for code in chosen if code not in named]
    st.session_state[_KEY] = list(chosen)
    st.multiselect(
        tr("要比较的地区（{least} 至 {most} 个，可输入名称查找）", least=LEAST, most=MOST),
        options,
        format_func=lambda code: named.get(code) or place_name(code),
        max_selections=MOST,
        key=_KEY,
        on_change=state.change,
        args=(_KEY,),
        placeholder=tr("选择地区"),
    )


def write_samples(found: Selection) -> str:
    """Return links to comparisons of the places with most commitments, one for each level."""
    links = []
    for level in _LEVELS:
        counts = found.rows[level].value_counts()
        codes = [str(code) for code in counts[counts > 0].index[:_SAMPLES]]
        if len(codes) >= LEAST:
            names = tr("、").join(place_name(code) for code in codes)
            links.append(f"<li>{write_link(names, compare_address(found.wanted, codes))}</li>")
    head = write_quiet(tr("请选择至少 {least} 个地区。例如筛选范围内承诺最多的：", least=LEAST))
    return f"{head}<ul>{''.join(links)}</ul>" if links else head


def say_overlap(sides: Sequence[str]) -> str:
    """Return a sentence on places that lie within another one, whose rows count for both; empty where none does."""
    pairs = [
        (place_name(low), place_name(high))
        for high in sides
        for low in sides
        if low != high and low.startswith(_stem(high))
    ]
    return "".join(tr("{low}的承诺也计入{high}。", low=low, high=high) for low, high in pairs)


def _stem(code: str) -> str:
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _name_places(facts: Facts) -> dict[str, str]:
    """Return the places with reports by code, provinces first, each with those above it."""
    found = {}
    for level in _LEVELS:
        codes = facts.reports[level]
        for code in codes.cat.categories[sorted(codes.cat.codes[codes.cat.codes >= 0].unique())]:
            found[str(code)] = _full_name(str(code))
    return found


def _full_name(code: str) -> str:
    above = [f"{code[:2]}0000"] if not code.endswith("0000") else []
    if not code.endswith("00"):
        above.append(f"{code[:4]}00")
    names = [place_name(one) for one in above if place_name(one) != one]
    return (
        tr("{place}（{above}）", place=place_name(code), above=" ".join(names)) if names else place_name(code)
    )
