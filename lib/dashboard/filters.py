"""The filters that pages share: drawn by app.py before the page, kept in the session, written to the address.

The address is read when a session begins and after the browser's buttons back and forward; in between the session
holds the filter, because a rerun that was asked for before the browser took in the last change still carries the
old address.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import labels
from dashboard.address import LISTING, NAMES, build_filter, choose_place, read_filter, write_filter
from dashboard.connection import count_choices, count_left_out, get_ledger
from dashboard.element import as_text
from dashboard.phrase import describe_filter
from dashboard.place import is_place, place_name
from ecoledger.errors import LedgerError
from ecoledger.ledger.facet import Facets
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecoledger.ledger.facet import Choice

_FILTER = "filter"
_WARNINGS = "filter-warnings"
_BACK = "back"
"""What the browser adds to an address that it goes back to (static/app/start.js)."""
_NO_FACETS = Facets((), (), (), (), (), (), ())
_HAS = {"has_target": "有目标", "has_deadline": "有时限", "has_body": "有责任单位"}
_UNDATED = {"auto": "设定日期后不计", "include": "一并计入", "only": "只看日期不详", "exclude": "一律不计"}
_LISTS = ("provinces", "prefectures", "counties", "themes", "labels", "deadline_kinds", "bodies")


def current() -> Filter:
    """Return what is looked for."""
    if _FILTER not in st.session_state:
        query = {name: st.query_params.get_all(name) for name in NAMES}
        st.session_state[_FILTER], st.session_state[_WARNINGS] = read_filter(query, is_place)
    wanted: Filter = st.session_state[_FILTER]
    return wanted


def follow_history() -> None:
    """After the browser's buttons back and forward, let the address say again what is looked for, and where."""
    if _BACK in st.query_params:
        del st.query_params[_BACK]
        for held in (_FILTER, LISTING):
            st.session_state.pop(held, None)


def choose(wanted: Filter) -> None:
    """Look for `wanted` from the next run on; the caller reruns or leaves for another page."""
    st.session_state[_FILTER] = wanted


def set_place(adcode: str | None) -> None:
    """Look in one place (None: all of China), all other conditions kept, and rerun."""
    choose(choose_place(current(), adcode))
    st.rerun()


def draw() -> None:
    """Draw the filters in the sidebar and, above the page, the sentence that says what is filtered."""
    wanted = current()
    _write_address(wanted)
    try:
        ledger = get_ledger()
        facets, left_out = count_choices(ledger, wanted), count_left_out(ledger, wanted)
    except LedgerError:  # the page says it
        facets, left_out = _NO_FACETS, 0
    with st.sidebar:
        _draw_widgets(wanted, facets)
    for warning in st.session_state.pop(_WARNINGS, ()):
        st.warning(as_text(warning), icon=":material/info:")
    _draw_sentence(wanted, left_out)


def _draw_widgets(wanted: Filter, facets: Facets) -> None:
    st.text_input(
        "关键词",
        key=_put("words", wanted.words),
        on_change=_take,
        max_chars=MAX_WORDS,
        placeholder="多个词用空格分开",
    )
    _multiselect("省级", "provinces", wanted, facets.provinces, place_name)
    if wanted.provinces:
        if wanted.prefectures or any(choice.value != UNKNOWN for choice in facets.prefectures):
            _multiselect("地级", "prefectures", wanted, facets.prefectures, place_name)
        _multiselect("县级", "counties", wanted, facets.counties, place_name)
    limits: dict[str, Any] = {"min_value": "1978-01-01", "max_value": "2100-12-31", "format": "YYYY-MM-DD"}
    st.date_input("起始日期", key=_put("since", wanted.since), value=None, on_change=_take, **limits)
    st.date_input("截止日期", key=_put("until", wanted.until), value=None, on_change=_take, **limits)
    _multiselect("领域", "themes", wanted, facets.themes, lambda code: labels.name_of(labels.THEMES, code))
    _multiselect("性质", "labels", wanted, facets.labels, lambda code: labels.name_of(labels.LABELS, code))
    _multiselect(
        "时限类型",
        "deadline_kinds",
        wanted,
        facets.deadline_kinds,
        lambda code: labels.name_of(labels.DEADLINE_KINDS, code),
    )
    _multiselect("责任单位", "bodies", wanted, facets.bodies, str)
    chosen = [field for field in _HAS if getattr(wanted, field)]
    st.pills(
        "要素",
        list(_HAS),
        format_func=_HAS.__getitem__,
        selection_mode="multi",
        key=_put("has", chosen),
        on_change=_take,
    )
    st.selectbox(
        "日期不详的报告",
        list(_UNDATED),
        format_func=_UNDATED.__getitem__,
        key=_put("undated", wanted.undated),
        on_change=_take,
    )
    st.button("清除全部筛选", disabled=wanted.empty, on_click=choose, args=(Filter(),), width="stretch")


def _multiselect(
    label: str, field: str, wanted: Filter, choices: Sequence[Choice], name: Callable[[str], str]
) -> None:
    """Draw choices with their counts; what is chosen stays a choice even where nothing is left of it."""
    counts = {choice.value: choice.count for choice in choices}
    names = {choice.value: choice.name for choice in choices}
    chosen = list(getattr(wanted, field))
    options = [*counts, *(value for value in chosen if value not in counts)]

    def show(value: str) -> str:
        known = name(value)
        return f"{names.get(value, value) if known == value else known}（{counts.get(value, 0):,}）"

    st.multiselect(
        label, options, format_func=show, key=_put(field, chosen), on_change=_take, placeholder="全部"
    )


def _draw_sentence(wanted: Filter, left_out: int) -> None:
    said = describe_filter(wanted, place_name)
    hidden = f"另有 {left_out} 份日期不详的报告未计入。" if left_out else ""
    if said or hidden:
        st.caption(as_text(f"筛选：{said}。{hidden}" if said else hidden))


def _put(field: str, value: Any) -> str:
    """Set the widget of `field` to `value`, which holds whatever the widget was, and return its key."""
    key = f"filter-{field}"
    st.session_state[key] = value
    return key


def _take() -> None:
    """Take over what the widgets hold; runs before the script when one of them was changed."""
    was = current()
    held = {
        field: st.session_state.get(f"filter-{field}")
        for field in (*_LISTS, "since", "until", "words", "undated")
    }
    found: dict[str, Any] = {field: tuple(held[field] or ()) for field in _LISTS}
    provinces = found["provinces"]
    if provinces != was.provinces:  # what stood below a province that is gone goes with it
        heads = {code[:2] for code in provinces if code != UNKNOWN}
        for field in ("prefectures", "counties"):
            found[field] = tuple(code for code in found[field] if code[:2] in heads)
    has = st.session_state.get("filter-has") or ()
    found |= {field: True if field in has else None for field in _HAS}
    found |= {"since": held["since"], "until": held["until"]}
    found |= {"words": (held["words"] or "")[:MAX_WORDS], "undated": held["undated"] or "auto"}
    warnings: list[str] = []
    choose(replace(build_filter(found, warnings), report=was.report))
    st.session_state[_WARNINGS] = tuple(warnings)


def _write_address(wanted: Filter) -> None:
    query = write_filter(wanted)
    for name in NAMES:
        held, now = st.query_params.get_all(name), query.get(name, [])
        if held != now:
            if now:
                st.query_params[name] = now
            else:
                del st.query_params[name]
