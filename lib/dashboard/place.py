"""Names of places by their codes."""

from __future__ import annotations

from ecoledger.gazetteer.gazetteer import load_gazetteer

from ecoledger.ledger.filter import UNKNOWN


def is_place(adcode: str) -> bool:
    """Return whether `adcode` is the code of a division."""
    return load_gazetteer().division(adcode) is not None


def place_name(adcode: str) -> str:
    """Return the official name of a division; a code that is none stands for itself."""
    if adcode == UNKNOWN:
        return "地区不明"
    division = load_gazetteer().division(adcode)
    return adcode if division is None else division.name
