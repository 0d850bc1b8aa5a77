"""The boxes of the filters, each choice with its count, in the sidebar.

A box is set from the filter in each run and says what it holds when a person changed it: the filter is what holds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.address import build_filter
from dashboard.clock import today
from dashboard.condition import FLAGS, LISTED, PLACES, listed
from dashboard.date_range import find_range, list_ranges
from dashboard.language import tr
from dashboard.light_setting import current_rule
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter
from ecoledger.ledger.light import LIGHTS
from ecoledger.term import UNDATED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.condition import Flag
    from ecoledger.ledger.facet import Choice, Facets

    Choose = Callable[[Filter, Sequence[str]], None]

_AUTO = "auto"
_MORE = "filter-more"
_DAYS = ("since", "until", "due_since", "due_until")
_BOXES = tuple(one.field for one in LISTED if one.field != "commitments")
_FLAGS = {flag.key: flag for flag in FLAGS}


def draw(wanted: Filter, facets: Facets, choose: Choose) -> None:
    """Draw the boxes; a change takes over what they hold through `choose`."""
    boxes = _Boxes(wanted, facets, choose)
    boxes.draw_words()
    boxes.draw_places()
    boxes.draw_dates()
    for field in ("themes", "lights", "bodies", "indicators"):
        boxes.draw_list(field)
    boxes.draw_flags()
    used = _uses_more(wanted)
    more = st.expander(tr("更多条件"), expanded=used, key=_MORE, on_change="rerun")
    if more.open or used:  # boxes that nobody sees would cost the browser as much as others with every change
        with more:
            boxes.draw_more()
    st.button(
        tr("清除全部筛选"), disabled=wanted.empty, on_click=choose, args=(Filter(), ()), width="stretch"
    )


def _uses_more(wanted: Filter) -> bool:
    fields = (
        "labels",
        "deadline_kinds",
        "organs",
        "body_roles",
        "speakers",
        "meeting_kinds",
        "due_since",
        "due_until",
    )
    return any(getattr(wanted, field) for field in fields) or wanted.undated != _AUTO


class _Boxes:
    """The boxes of one run."""

    def __init__(self, wanted: Filter, facets: Facets, choose: Choose) -> None:
        self._wanted = wanted
        self._facets = facets
        self._choose = choose

    def draw_words(self) -> None:
        st.text_input(
            tr("关键词"),
            key=_put("words", self._wanted.words),
            on_change=self._take,
            max_chars=MAX_WORDS,
            placeholder=tr("空格分开多个词，-词 表示不含"),
            help=tr("各词都要出现在承诺文字中；词前加减号表示不要含这个词的，例如：污水 -农村"),
        )

    def draw_places(self) -> None:
        """Draw the boxes of places; those below a province stand only under a chosen one."""
        self.draw_list("provinces")
        if self._wanted.provinces:
            known = any(choice.value != UNKNOWN for choice in self._facets.prefectures)
            if self._wanted.prefectures or known:
                self.draw_list("prefectures")
            self.draw_list("counties")

    def draw_dates(self) -> None:
        on = today()
        st.pills(
            tr("会议日期"),
            list(list_ranges(on)),
            format_func=tr,
            key=_put("range", find_range(self._wanted, on)),
            on_change=self._take_range,
        )
        self.draw_days("since", tr("起始日期"))
        self.draw_days("until", tr("截止日期"))

    def draw_days(self, field: str, title: str) -> None:
        st.date_input(
            title,
            key=_put(field, getattr(self._wanted, field)),
            value=None,
            on_change=self._take,
            min_value="1978-01-01",
            max_value="2100-12-31",
            format="YYYY-MM-DD",
        )

    def draw_list(self, field: str) -> None:
        """Draw choices with their counts; what is chosen stays a choice even where nothing is left of it."""
        one = listed(field)
        choices: Sequence[Choice] = getattr(self._facets, field)
        if field == "lights":
            choices = sorted(choices, key=lambda choice: LIGHTS.index(choice.value))
        counts = {choice.value: choice.count for choice in choices}
        names = {choice.value: choice.name for choice in choices}
        chosen = list(getattr(self._wanted, field))
        options = [*counts, *(value for value in chosen if value not in counts)]

        def show(value: str) -> str:
            known = one.name(value)
            name = names.get(value, value) if known == value else known
            return tr("{name}（{count}）", name=name, count=f"{counts.get(value, 0):,}")

        st.multiselect(
            tr(one.title),
            options,
            format_func=show,
            key=_put(field, chosen),
            on_change=self._take,
            placeholder=tr("全部"),
        )

    def draw_flags(self) -> None:
        counts = self._facets.flags or {}
        chosen = [key for key, flag in _FLAGS.items() if getattr(self._wanted, flag.field) is flag.value]
        options = [key for key, flag in _FLAGS.items() if key in chosen or _count(flag, counts)]

        def show(key: str) -> str:
            flag = _FLAGS[key]
            return tr("{name}（{count}）", name=tr(flag.title), count=f"{_count(flag, counts):,}")

        st.multiselect(
            tr("要素"),
            options,
            format_func=show,
            key=_put("flags", chosen),
            on_change=self._take,
            placeholder=tr("全部"),
        )

    def draw_more(self) -> None:
        """Draw the boxes that are folded away until somebody opens them."""
        for field in ("labels", "deadline_kinds", "organs", "body_roles", "speakers", "meeting_kinds"):
            self.draw_list(field)
        self.draw_days("due_since", tr("完成时限不早于"))
        self.draw_days("due_until", tr("完成时限不晚于"))
        self.draw_undated()

    def draw_undated(self) -> None:
        st.selectbox(
            tr("日期不详的报告"),
            [_AUTO, *UNDATED],
            format_func=lambda code: tr(UNDATED[code]) if code in UNDATED else tr("设定日期后不计"),
            key=_put("undated", self._wanted.undated),
            on_change=self._take,
        )

    def _take_range(self) -> None:
        """Take over a range of dates that has a name; one that is let go of leaves no dates."""
        name = _held("range")
        named = list_ranges(today()).get(name or "")
        dates = {"since": named.since, "until": named.until} if named else {"since": None, "until": None}
        self._choose(replace(self._wanted, **dates), ())

    def _take(self) -> None:
        """Take over what the boxes hold; runs before the script when one of them was changed."""
        was = self._wanted
        found: dict[str, Any] = {
            field: getattr(was, field) for field in ("report", "commitments", "added_since")
        }
        # A box that is not drawn holds nothing, and its condition stays.
        found |= {field: tuple(_held(field, getattr(was, field)) or ()) for field in _BOXES}
        found |= {field: _held(field, getattr(was, field)) for field in _DAYS}
        found |= {
            "words": (_held("words") or "")[:MAX_WORDS],
            "undated": _held("undated", was.undated) or _AUTO,
        }
        if found["provinces"] != was.provinces:  # what stood below a province that is gone goes with it
            heads = {code[:2] for code in found["provinces"] if code != UNKNOWN}
            for field in PLACES[1:]:
                found[field] = tuple(code for code in found[field] if code[:2] in heads)
        for key in _held("flags") or ():  # of yes and no to one question the later holds
            found[_FLAGS[key].field] = _FLAGS[key].value
        found["light_rule"] = (was.light_rule or current_rule()) if found["lights"] else None
        warnings: list[str] = []
        self._choose(build_filter(found, warnings), warnings)


def _count(flag: Flag, counts: Mapping[str, tuple[int, int]]) -> int:
    yes, no = counts.get(flag.field, (0, 0))
    return yes if flag.value else no


def _put(field: str, value: Any) -> str:
    """Set the box of `field` to `value`, which holds whatever the box was, and return its key."""
    key = f"filter-{field}"
    st.session_state[key] = value
    return key


def _held(field: str, otherwise: Any = None) -> Any:
    return st.session_state.get(f"filter-{field}", otherwise)
