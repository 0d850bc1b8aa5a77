"""The way down from the nation to a county and back up: which areas a view shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.map.boundary import NATION, Level, children_of, load_boundaries

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.map.boundary import Boundary


@dataclass(frozen=True, slots=True)
class View:
    """The areas right below `parent`; `chosen` are those of them to mark."""

    parent: str
    level: Level
    boundaries: tuple[Boundary, ...]
    chosen: frozenset[str] = frozenset()


def find_view(folder: Path, place: str | None, chosen: frozenset[str] = frozenset()) -> View:
    """Return what the map shows for a place: the areas below it (`chosen` marked), or itself among its neighbours.

    A municipality leads straight to its counties, for it has no prefectures. An unknown code shows the nation.
    Raises BoundaryError when the boundary files cannot be read.
    """
    provinces = load_boundaries(folder, "province")
    if place is None or place == NATION:
        return View(NATION, "province", children_of(provinces, NATION), chosen)
    levels: tuple[Level, ...] = ("prefecture", "county")
    for level in levels:
        below = tuple(b for b in children_of(load_boundaries(folder, level), place) if b.adcode != place)
        if below:
            return View(place, level, below, chosen)
    return _view_of_neighbours(folder, place)


def _view_of_neighbours(folder: Path, place: str) -> View:
    levels: tuple[Level, ...] = ("county", "prefecture", "province")
    for level in levels:
        boundaries = load_boundaries(folder, level)
        own = next((b for b in boundaries if b.adcode == place and b.parent != place), None)
        if own is None or (level != "province" and own.parent == NATION):
            continue
        shown = _level_above(folder, own.parent, level)
        return View(
            own.parent,
            shown,
            children_of(load_boundaries(folder, shown), own.parent),
            chosen=frozenset({place}),
        )
    return View(NATION, "province", children_of(load_boundaries(folder, "province"), NATION))


def _level_above(folder: Path, parent: str, level: Level) -> Level:
    """Return the level a place is drawn at: a county right below a province (仙桃市) among the prefectures."""
    if level == "county" and children_of(load_boundaries(folder, "prefecture"), parent):
        return "prefecture"
    return level
