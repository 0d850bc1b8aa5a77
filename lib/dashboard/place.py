"""Names of places by their codes."""

from __future__ import annotations

from dashboard.labels import NO_PROVINCE
from dashboard.language import tr
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.model import Region

BY_HAND = "人工设定"
"""The evidence of a place that a person set."""


def is_place(adcode: str) -> bool:
    """Return whether `adcode` is the code of a division."""
    return load_gazetteer().division(adcode) is not None


def place_name(adcode: str) -> str:
    """Return the official name of a division; a code that is none stands for itself."""
    if adcode == UNKNOWN:
        return tr(NO_PROVINCE)
    division = load_gazetteer().division(adcode)
    return adcode if division is None else division.name


def list_places(parent: str | None = None) -> dict[str, str]:
    """Return the names of the divisions right below `parent` by code; the provinces without it."""
    return {division.adcode: division.name for division in load_gazetteer().children(parent)}


def find_region(adcode: str) -> Region:
    """Return a division as the place of a report, on a person's word. Raises ValueError for an unknown code."""
    division = load_gazetteer().division(adcode)
    if division is None:
        raise ValueError(f"there is no division {adcode}")
    return Region(adcode, division.name, division.level, load_gazetteer().places(adcode), (BY_HAND,))
