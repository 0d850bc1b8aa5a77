"""The names of the country's divisions, as words: what else is known of them is the gazetteer's affair."""

from __future__ import annotations

import csv
from importlib import resources


def load_place_names() -> tuple[str, ...]:
    """Return the full and the short names of all divisions in gazetteer/division.csv."""
    file = resources.files("ecoledger").joinpath("gazetteer", "division.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return tuple(dict.fromkeys(name for row in rows for name in (row["name"], row["short"]) if len(name) > 1))
