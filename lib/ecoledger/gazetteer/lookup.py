"""What place a few words name, as a person types them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.marked import find_cues
from ecoledger.gazetteer.place import find_places, prefer_higher
from ecoledger.model import Place

if TYPE_CHECKING:
    import datetime as dt


def resolve_place(text: str, on: dt.date | None = None) -> tuple[Place, ...]:
    """Return the division that `text` names: one place, several when it is ambiguous, () when it names none.

    Of places that hold each other the smallest is meant (江苏、苏州 is 苏州市). A development zone stands for the
    division it lies in.
    """
    gazetteer = load_gazetteer()
    places = find_places(text, on)
    cued = {place.start for place, rule, _ in find_cues(text, places) if place.speaks(rule.kind)}
    codes: list[str] = []
    for place in places:
        if (place.certain or place.start in cued) and not place.is_medium:
            codes += [code for group in prefer_higher(place) for code in group]
    unique = list(dict.fromkeys(codes))
    smallest = [c for c in unique if not any(c != other and gazetteer.holds(c, other) for other in unique)]
    found = (gazetteer.division(code) for code in smallest)
    return tuple(Place(d.adcode, d.name) for d in found if d is not None)
