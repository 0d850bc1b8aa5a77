"""Commitments as bars from promise to deadline; a long list is grouped until it can be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from dashboard.address import choose_place, within_place
from dashboard.deadline.board import narrow
from dashboard.timeline.lane import lay_lanes
from dashboard.timeline.plot import within
from ecoledger.ledger.condition import light_codes
from ecoledger.ledger.light import LIGHTS

if TYPE_CHECKING:
    import datetime as dt

    from numpy.typing import NDArray

    from dashboard.timeline.lane import Lane
    from dashboard.timeline.span import Span
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.selection import Selection

MOST = 80
"""Bars that can be read below each other."""

Grouping = Literal["single", "day", "month", "year", "all_months", "all_years"]
"""A bar is one commitment; all of a place that fall due on a day, in a month, in a year; or of all places together."""
GROUPINGS: tuple[Grouping, ...] = ("single", "day", "month", "year", "all_months", "all_years")
_UNITS = {"day": "D", "month": "M", "year": "Y", "all_months": "M", "all_years": "Y"}


@dataclass(frozen=True, slots=True)
class Bar:
    """`count` commitments of one light, from the first promise to the last deadline; `number` where it is one.

    `since` and `until` bound the deadlines of the group; `lane` is None where it holds all places.
    """

    begin: dt.date
    end: dt.date
    count: int
    light: Light
    lane: Lane | None
    since: dt.date
    until: dt.date
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars in the order of places and deadlines, how they are grouped, and what is not among them.

    `total` counts the commitments of all bars; `outside` those that fall due on other days than those shown,
    `undated` those without a date of promise, `open_ended` those without a day to fall due.
    """

    bars: tuple[Bar, ...]
    grouping: Grouping
    total: int
    outside: int
    undated: int
    open_ended: int


def build_bars(found: Selection, rule: LightRule, span: Span | None) -> Bars:
    """Return the bars of what falls due within `span`, grouped as little as `MOST` allows."""
    frame = found.facts.commitments
    rows = np.flatnonzero(found.chosen)
    due = frame["due"].to_numpy()[rows].astype("datetime64[D]")
    made = frame["date"].to_numpy()[rows].astype("datetime64[D]")
    dated, told = ~np.isnat(due), ~np.isnat(made)
    seen = dated & told
    seen[seen] = within(due[seen].astype(np.int64), span)
    kept = rows[seen]
    due, made = due[seen], made[seen]
    lights = light_codes(found.facts, rule)[kept]
    lanes = lay_lanes(found.facts.reports.iloc[frame["report"].to_numpy()[kept]])
    grouping, of = _group(due, lights, lanes.of)
    numbers = frame["number"].to_numpy()[kept]
    every = grouping.startswith("all")
    bars = tuple(
        Bar(
            begin=min(made[at].min(), due[at].min()).astype(object),
            end=due[at].max().astype(object),
            count=len(at),
            light=LIGHTS[lights[at[0]]],
            lane=None if every else lanes.lanes[lanes.of[at[0]]],
            since=due[at].min().astype(object),
            until=due[at].max().astype(object),
            number=int(numbers[at[0]]) if grouping == "single" else None,
        )
        for at in _members(of)
    )
    both = int((dated & told).sum())
    return Bars(bars, grouping, len(kept), both - len(kept), int((dated & ~told).sum()), int((~dated).sum()))


def rows_of(bar: Bar, wanted: Filter, rule: LightRule) -> Filter:
    """Return the filter for the commitments of a bar."""
    narrowed = narrow(wanted, rule, bar.light, bar.since, bar.until)
    narrowed = replace(narrowed, undated="exclude")
    return narrowed if bar.lane is None else _place_in(narrowed, bar.lane)


def _place_in(wanted: Filter, lane: Lane) -> Filter:
    """Return the filter for what it leaves of a lane: the chosen places below it, else the whole place or it alone."""
    if lane.own:
        return within_place(wanted, lane.code, above=lane.code)
    stem = lane.code[:2] if lane.code.endswith("0000") else lane.code[:4] if lane.code.endswith("00") else ""
    prefectures = tuple(code for code in wanted.prefectures if stem and code.startswith(stem))
    counties = tuple(code for code in wanted.counties if stem and code.startswith(stem))
    if prefectures or counties:
        province = f"{lane.code[:2]}0000"
        return replace(wanted, provinces=(province,), prefectures=prefectures, counties=counties)
    return choose_place(wanted, lane.code)


def _group(
    due: NDArray[Any], lights: NDArray[Any], lanes: NDArray[np.int64]
) -> tuple[Grouping, NDArray[np.int64]]:
    """Return the finest grouping that is short enough, and the group of each commitment, in the order of groups."""
    if len(due) <= MOST:
        order = np.lexsort((lights, due, lanes))
        return "single", np.argsort(order)
    grouping: Grouping = "single"
    of = np.zeros(len(due), dtype=np.int64)
    for grouping in GROUPINGS[1:]:
        unit = due.astype(f"datetime64[{_UNITS[grouping]}]").astype(np.int64)
        lane = np.zeros_like(lanes) if grouping.startswith("all") else lanes
        wide = int(np.ptp(unit)) + 1
        keys = (lane * wide + unit - unit.min()) * len(LIGHTS) + lights
        groups, of = np.unique(keys, return_inverse=True)
        if len(groups) <= MOST:
            break
    return grouping, of


def _members(of: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the members of each group, in the order of groups."""
    if not len(of):
        return []
    order = np.argsort(of, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(of[order])) + 1)
