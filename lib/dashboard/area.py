"""The area that the filters look at, and the places right below it, which are the whole that shares are told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.language import tr
from dashboard.map.place import find_focus
from dashboard.place import list_places, place_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.gazetteer.gazetteer import Gazetteer
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.placing import MapLevel


@dataclass(frozen=True, slots=True)
class Area:
    """An area (`parent` is None for all of China) and its places by code; a county is its own one place."""

    parent: str | None
    name: str
    level: MapLevel
    places: Mapping[str, str]

    def name_of(self, code: str) -> str:
        """Return what a place is called here: the area among its own places is what it reports itself."""
        name = place_name(code)
        return tr("{place}本级", place=name) if code == self.parent else name


def find_area(wanted: Filter, gazetteer: Gazetteer) -> Area:
    """Return the area of a filter: the place it looks at, or the lowest that holds all that it looks at.

    Where it looks at some places of an area, these are the whole.
    """
    focus = find_focus(wanted, gazetteer)
    if focus.place is None:
        places = list_places()
        chosen = {code: places[code] for code in sorted(focus.chosen) if code in places}
        return Area(None, tr("全国"), "province", chosen or places)
    places = list_places(focus.place)
    level: MapLevel = "prefecture" if focus.place.endswith("0000") else "county"
    if not places:
        above = gazetteer.path(focus.place)[:-1]
        parent = above[-1].adcode if above else None
        return Area(parent, place_name(focus.place), "county", {focus.place: place_name(focus.place)})
    chosen = {code: places[code] for code in sorted(focus.chosen) if code in places}
    return Area(focus.place, place_name(focus.place), level, chosen or places)
