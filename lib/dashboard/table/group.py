"""Groups of the table: which rows stand in each, how many, and the filter that leaves just these.

A row stands in one group by place, month, light, kind of meeting; by body and theme it may stand in several.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from dashboard import labels
from dashboard.address import choose_place
from dashboard.language import tr
from dashboard.place import list_places, place_name
from ecoledger.ledger.condition import body_lines
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.light import LIGHTS
from ecoledger.ledger.row import SEPARATOR
from ecoledger.term import LIGHTS as LIGHT_NAMES
from ecoledger.term import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.selection import Selection

GROUPS = {
    "place": "地区",
    "body": "责任单位",
    "theme": "领域",
    "meeting": "会议类型",
    "light": "期限",
    "month": "截止月份",
}
"""What the table can be grouped by."""
SEVERAL = frozenset({"body", "theme"})
"""What a row may have several of."""
_UNDATED: tuple[Light, ...] = ("ongoing", "vague", "none")
"""Lights of what has no day."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its code, its name, and how many rows it has: with a number, a date, a body, overdue, near."""

    code: str
    name: str
    count: int
    numbered: int
    dated: int
    owned: int
    overdue: int
    near: int


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """The groups in order, and the lines of the table: `rows` counts those of the selection, `groups` says whose.

    A row that stands in several groups has a line in each.
    """

    groups: tuple[Group, ...]
    rows: NDArray[np.intp]
    of: NDArray[np.intp]


def group_rows(found: Selection, by: str, rule: LightRule, ranks: NDArray[np.intp]) -> Grouping:
    """Return the groups of what was found; `ranks` says the place of each row in the order of the table."""
    rows = found.rows
    lights = found.lights(rule)
    at, keys = _KEYS[by](found, rows, lights)
    of, values = pd.factorize(keys.astype(object))
    counts = np.bincount(of, minlength=len(values))
    order = _order(by, values, counts)
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    of = place[of]
    lines = np.lexsort((ranks[at], of))
    sums = {
        name: np.bincount(of, weights=held[at], minlength=len(order)).astype(int)
        for name, held in (
            ("numbered", rows["has_number"].to_numpy()),
            ("dated", rows["due"].notna().to_numpy()),
            ("owned", rows["has_body"].to_numpy()),
            ("overdue", lights == "overdue"),
            ("near", lights == "near"),
        )
    }
    groups = tuple(
        Group(
            str(values[value]),
            _name(by, str(values[value]), found.wanted),
            int(counts[value]),
            **{name: int(told[rank]) for name, told in sums.items()},
        )
        for rank, value in enumerate(order)
    )
    return Grouping(groups, at[lines], of[lines])


def _order(by: str, values: NDArray[Any], counts: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the order of the groups: what has an order of its own keeps it, the rest by count; unknown is last."""
    last = np.isin(values, ("", UNKNOWN))
    if by == "light":
        return np.argsort([LIGHTS.index(value) for value in values])
    if by in ("place", "month"):
        return np.lexsort((values, last))
    return np.lexsort((values, -counts, last))


def _single(column: pd.Series[Any], missing: str = "") -> tuple[NDArray[np.intp], NDArray[Any]]:
    codes = column.cat.codes.to_numpy()
    names = np.array([*map(str, column.cat.categories), missing], dtype=object)
    return np.arange(len(codes)), names[codes].astype(str)


def _places(found: Selection, rows: pd.DataFrame, _lights: Any) -> tuple[NDArray[np.intp], NDArray[Any]]:
    """Group by the level below the places that are looked for; what stands in none of it stands in the place above."""
    levels = ("province", "prefecture", "county")
    keys = np.full(len(rows), UNKNOWN)
    for level in levels[: levels.index(_level(found.wanted)) + 1]:
        own = _single(rows[level], UNKNOWN)[1]
        keys = np.where(own == UNKNOWN, keys, own)
    return np.arange(len(rows)), keys


def _level(wanted: Filter) -> str:
    """Return the level below the places that are looked for; a municipality has nothing between it and its counties."""
    if wanted.prefectures or wanted.counties:
        return "county"
    if len(wanted.provinces) != 1 or UNKNOWN in wanted.provinces:
        return "province"
    return "prefecture" if any(code.endswith("00") for code in list_places(wanted.provinces[0])) else "county"


def _bodies(found: Selection, rows: pd.DataFrame, _lights: Any) -> tuple[NDArray[np.intp], NDArray[Any]]:
    lines = found.lines(found.facts.bodies)
    lines = lines[body_lines(lines, found.wanted)]  # of the bodies of a row, those that were asked for
    at = np.searchsorted(rows.index.to_numpy(), lines["row"].to_numpy())
    codes = lines["name"].cat.codes.to_numpy().astype(np.int64)
    most = len(lines["name"].cat.categories) or 1
    pairs = np.unique(at * most + codes)  # a body that is named twice counts once
    names = np.array(list(map(str, lines["name"].cat.categories)) or [""])
    return _with_rest(pairs // most, names[pairs % most], len(rows))


def _themes(found: Selection, rows: pd.DataFrame, _lights: Any) -> tuple[NDArray[np.intp], NDArray[Any]]:
    codes = rows["themes"].cat.codes.to_numpy()
    at, keys = [], []
    for code, listed in enumerate(rows["themes"].cat.categories):
        held = np.flatnonzero(codes == code)
        for theme in filter(None, str(listed).split(SEPARATOR)):
            if not found.wanted.themes or theme in found.wanted.themes:
                at.append(held)
                keys.append(np.full(len(held), theme))
    empty: NDArray[Any] = np.array([], dtype=np.intp)
    return _with_rest(
        np.concatenate([empty, *at]), np.concatenate([np.array([], dtype=str), *keys]), len(rows)
    )


def _with_rest(at: NDArray[Any], keys: NDArray[Any], count: int) -> tuple[NDArray[np.intp], NDArray[Any]]:
    """Add what stands in no group."""
    left = np.ones(count, dtype=bool)
    left[at.astype(np.intp)] = False
    rest = np.flatnonzero(left)
    return (
        np.concatenate([at, rest]).astype(np.intp),
        np.concatenate([keys, np.full(len(rest), "")]),
    )


def _months(_found: Selection, rows: pd.DataFrame, _lights: Any) -> tuple[NDArray[np.intp], NDArray[Any]]:
    months = rows["due"].to_numpy().astype("datetime64[M]")
    named = np.where(np.isnat(months), "", months.astype(str))
    return np.arange(len(rows)), named


_KEYS: Mapping[str, Callable[[Selection, pd.DataFrame, Any], tuple[NDArray[np.intp], NDArray[Any]]]] = {
    "place": _places,
    "body": _bodies,
    "theme": _themes,
    "meeting": lambda _found, rows, _lights: _single(rows["meeting_kind"]),
    "light": lambda _found, rows, lights: (np.arange(len(rows)), lights.astype(str)),
    "month": _months,
}


def _name(by: str, code: str, wanted: Filter) -> str:
    """Return the name of a group; rows of a place above the level of the groups stand in none below it."""
    name = _NAMES[by](code)
    above = by == "place" and code != UNKNOWN and _narrow_place(code, wanted) is None
    return tr("{place}（未分到下级）", place=name) if above else name


def _month_name(month: str) -> str:
    if not month:
        return tr("无截止日期")
    year, _, number = month.partition("-")
    return tr("{year}年{month}月", year=year, month=int(number))


_NAMES: Mapping[str, Callable[[str], str]] = {
    "place": lambda code: tr(labels.NO_PROVINCE) if code == UNKNOWN else place_name(code),
    "body": lambda name: name or tr("无责任单位"),
    "theme": lambda code: labels.name_of(THEMES, code) if code else tr("未分领域"),
    "meeting": lambda kind: kind or tr("会议类型未知"),
    "light": lambda light: labels.name_of(LIGHT_NAMES, light),
    "month": _month_name,
}


def narrow(by: str, value: str, wanted: Filter, rule: LightRule) -> Filter | None:
    """Return the filter for the rows of the group with this code alone; None where no filter says it."""
    if by == "place":
        return _narrow_place(value, wanted)
    if by == "month":
        return _narrow_month(value, wanted, rule)
    if by == "light":
        return replace(wanted, lights=(cast("Light", value),), light_rule=rule)
    if by == "body":
        return replace(wanted, bodies=(value,)) if value else replace(wanted, has_body=False)
    if not value:
        return None
    return replace(wanted, themes=(value,)) if by == "theme" else replace(wanted, meeting_kinds=(value,))


def _narrow_place(code: str, wanted: Filter) -> Filter | None:
    if code == UNKNOWN:
        return replace(wanted.without("prefectures", "counties"), provinces=(UNKNOWN,))
    above = {"province": (), "prefecture": ("0000",), "county": ("00",)}[_level(wanted)]
    return None if code.endswith(above) else choose_place(wanted, code)


def _narrow_month(month: str, wanted: Filter, rule: LightRule) -> Filter | None:
    if not month:
        lights = tuple(light for light in wanted.lights or _UNDATED if light in _UNDATED)
        return replace(wanted, lights=lights, light_rule=rule)
    first = dt.date.fromisoformat(f"{month}-01")
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    since = max(filter(None, (first, wanted.due_since)))
    until = min(filter(None, (last, wanted.due_until)))
    return replace(wanted, due_since=since, due_until=until)
