"""The lanes of the timeline: a place each, as fine as the number of places lets it be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from dashboard.labels import NO_PROVINCE
from dashboard.language import tr
from ecoledger.ledger.filter import UNKNOWN

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 36
"""Lanes that can be read at once: all provinces find room."""
LEVELS = ("county", "prefecture", "province")


@dataclass(frozen=True, slots=True)
class Lane:
    """A place: its code, its name, and whether lanes of places below it stand beside it, which it then leaves out."""

    code: str
    name: str
    own: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """The lanes in the order of codes, and in which of them each report stands."""

    lanes: tuple[Lane, ...]
    of: NDArray[np.int64]


def lay_lanes(reports: pd.DataFrame) -> Lanes:
    """Return the finest lanes that are not too many for these rows of `Facts.reports`."""
    places, place_of = _places(reports)
    for level in LEVELS:
        codes = _codes(places, level)
        found, of = np.unique(codes, return_inverse=True)
        if len(found) <= MOST or level == LEVELS[-1]:
            break
    held = set(found)
    names = _names(places)
    lanes = [_lane(str(code), names, held) for code in found]
    # What is filed under no place comes last.
    order = sorted(range(len(found)), key=lambda at: (found[at] == UNKNOWN, found[at]))
    rank = np.argsort(order)
    return Lanes(tuple(lanes[at] for at in order), rank[of][place_of])


def _places(reports: pd.DataFrame) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    """Return one report of each place, and which of them is of the place of each report."""
    key = np.zeros(len(reports), dtype=np.int64)
    for level in LEVELS:
        column = reports[level].cat
        key = key * (len(column.categories) + 1) + column.codes.to_numpy() + 1
    _, first, of = np.unique(key, return_index=True, return_inverse=True)
    return reports.iloc[first].astype(dict.fromkeys(LEVELS, object)), of


def _codes(places: pd.DataFrame, level: str) -> NDArray[Any]:
    """Return the code of each row at this level, that of the place above where the row has none so fine."""
    codes = np.full(len(places), UNKNOWN, dtype=object)
    for above in reversed(LEVELS[LEVELS.index(level) :]):
        known = places[above].notna().to_numpy()
        codes[known] = places[above].to_numpy()[known]
    if level == "prefecture":  # districts right below a province have nothing between
        direct = (places["prefecture"].isna() & places["county"].notna()).to_numpy()
        codes[direct] = places["county"].to_numpy()[direct]
    return codes.astype(str)


def _names(places: pd.DataFrame) -> dict[str, str]:
    """Return the name of each place, with the place above it where there is one."""
    names: dict[str, str] = {}
    columns = [f"{level}{kind}" for level in reversed(LEVELS) for kind in ("", "_name")]
    for province, of_province, prefecture, of_prefecture, county, of_county in places[columns].itertuples(
        index=False
    ):
        if not pd.isna(province):
            names[province] = of_province
        if not pd.isna(prefecture):
            names[prefecture] = of_prefecture
        if not pd.isna(county):
            above = of_prefecture if not pd.isna(prefecture) else of_province
            names[county] = f"{above}{of_county}"
    return names


def _lane(code: str, names: dict[str, str], held: set[str]) -> Lane:
    if code == UNKNOWN:
        return Lane(code, tr(NO_PROVINCE))
    stem = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    own = any(other != code and other.startswith(stem) for other in held) and len(stem) < len(code)
    return Lane(code, tr("{place}本级", place=names[code]) if own else names[code], own)
