"""The way from the nation down to the place that is shown, each step a link."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.address import choose_place, write_address
from dashboard.language import tr
from dashboard.map.boundary import NATION
from dashboard.navigation import MAP

if TYPE_CHECKING:
    from dashboard.map.choice import Choice
    from dashboard.map.drill import View
    from ecoledger.gazetteer.gazetteer import Gazetteer
    from ecoledger.ledger.filter import Filter


def map_address(wanted: Filter, place: str | None, choice: Choice) -> str:
    """Return the address of the map of a place (None: the nation), all other conditions kept."""
    return write_address(MAP.address, choose_place(wanted, place), **choice.query)


def write_trail(view: View, wanted: Filter, choice: Choice, gazetteer: Gazetteer) -> str:
    """Return the steps 全国 › 安徽省 › 池州市; the last is where the map stands.

    With a county chosen among its neighbours the county is the last step; with several places chosen, that which
    holds them is a link too, for it leads to the whole of it.
    """
    steps: list[tuple[str | None, str]] = [(None, tr("全国"))]
    last = next(iter(view.chosen)) if len(view.chosen) == 1 else view.parent
    if last != NATION:
        steps += [(step.adcode, step.name) for step in gazetteer.path(last)]
    here = None if len(view.chosen) > 1 else steps[-1][0] or NATION
    cells = "".join(
        f'<li aria-current="page">{escape(name)}</li>'
        if (code or NATION) == here
        else f'<li><a href="{escape(map_address(wanted, code, choice))}" target="_self">{escape(name)}</a></li>'
        for code, name in steps
    )
    return f'<nav class="map-trail" aria-label="{escape(tr("地区层级"))}"><ol>{cells}</ol></nav>'
