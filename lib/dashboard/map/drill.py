"""The way down from the nation to a county and back up: which areas a view shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.map.boundary import NATION, Level, children_of, load_boundaries

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.map.boundary import Boundary
    from dashboard.map.place import Focus
    from ecoledger.gazetteer.division import Division
    from ecoledger.gazetteer.gazetteer import Gazetteer


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


def look_at(folder: Path, focus: Focus, gazetteer: Gazetteer) -> View:
    """Return the view of a focus in the divisions of today; a place without a boundary is seen among its neighbours.

    Raises BoundaryError when the boundary files cannot be read.
    """
    view = find_view(folder, focus.place, focus.chosen)
    if focus.place is not None and view.parent == NATION:
        above = gazetteer.path(focus.place)[:-1]
        if above:
            view = find_view(folder, above[-1].adcode, frozenset({focus.place}))
    return _follow_changes(view, gazetteer)


def _follow_changes(view: View, gazetteer: Gazetteer) -> View:
    """Return the view with the areas of divisions that were merged into one of today as that one's area.

    Boundaries lag behind the table of divisions. An area without a successor, or with several, stays as it is.
    """
    successors = {b.adcode: _successor(b.adcode, gazetteer) for b in view.boundaries}
    if not any(successors.values()):
        return view
    merged: dict[str, Boundary] = {}
    for boundary in view.boundaries:
        division = successors[boundary.adcode]
        code = division.adcode if division else boundary.adcode
        before = merged.get(code)
        if before is not None:
            merged[code] = replace(before, polygons=(*before.polygons, *boundary.polygons))
        elif division is not None:
            merged[code] = replace(boundary, adcode=code, name=division.name)
        else:
            merged[code] = boundary
    return replace(view, boundaries=tuple(merged.values()))


def _successor(code: str, gazetteer: Gazetteer) -> Division | None:
    if gazetteer.division(code) is not None:
        return None
    codes = gazetteer.successors(code)
    return gazetteer.division(codes[0]) if len(codes) == 1 else None


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
