"""Counts beside the choices of a filter: how many commitments each would leave, all other conditions kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ecoledger.ledger.condition import FLAGS, body_lines, light_codes, placed
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.light import LIGHTS, LightRule
from ecoledger.ledger.row import SEPARATOR
from ecoledger.ledger.selection import Selection, select

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ecoledger.ledger.condition import Mask
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

MAX_NAMES = 300
"""Bodies and speakers listed, the most frequent: nobody scrolls further, and the search by words finds the rest."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter takes, its name where the ledger knows one, and its number of commitments."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices of each condition; most frequent first, places by code.

    Prefectures and counties are those of the places chosen above them. A commitment may stand under several
    themes, deadline kinds, bodies and indicators; everything else adds up, with those that have no value.
    `flags` counts, for each condition that asks yes or no, the rows of yes and of no.
    """

    provinces: tuple[Choice, ...] = ()
    prefectures: tuple[Choice, ...] = ()
    counties: tuple[Choice, ...] = ()
    meeting_kinds: tuple[Choice, ...] = ()
    themes: tuple[Choice, ...] = ()
    labels: tuple[Choice, ...] = ()
    speakers: tuple[Choice, ...] = ()
    deadline_kinds: tuple[Choice, ...] = ()
    lights: tuple[Choice, ...] = ()
    bodies: tuple[Choice, ...] = ()
    organs: tuple[Choice, ...] = ()
    body_roles: tuple[Choice, ...] = ()
    indicators: tuple[Choice, ...] = ()
    flags: Mapping[str, tuple[int, int]] | None = None


def count_facets(ledger: Ledger, wanted: Filter, rule: LightRule | None = None) -> Facets:
    """Return the counts beside each choice; lights are counted where there is a rule of them. Raises LedgerError."""
    found = select(ledger, wanted)
    rule = rule or wanted.light_rule
    return found.facts.remember(("facets", wanted, rule), lambda: _count(found, rule))


def _count(found: Selection, rule: LightRule | None) -> Facets:
    rows, wanted = found.facts.commitments, found.wanted
    return Facets(
        provinces=_places(found, "province"),
        prefectures=_places(found, "prefecture"),
        counties=_places(found, "county"),
        meeting_kinds=_ranked(_counted(rows["meeting_kind"], found.passing("meeting_kinds"))),
        themes=_ranked(_listed(rows["themes"], found.passing("themes"))),
        labels=_ranked(_counted(rows["label"], found.passing("labels"))),
        speakers=_ranked(_counted(rows["speaker"], found.passing("speakers")), wanted.speakers, MAX_NAMES),
        deadline_kinds=_ranked(_listed(rows["kinds"], found.passing("deadline_kinds"))),
        lights=_lights(found, rule),
        bodies=_bodies(found, "name", "bodies"),
        organs=_bodies(found, "organ", "organs"),
        body_roles=_bodies(found, "role", "body_roles"),
        indicators=_indicators(found),
        flags={name: _flag(found, name) for name in (*FLAGS, "reliable")},
    )


def _places(found: Selection, level: str) -> tuple[Choice, ...]:
    above = {"province": (), "prefecture": ("provinces",), "county": ("provinces", "prefectures")}[level]
    facts = found.facts
    mask = found.passing("places")
    wanted = found.wanted.without(*({"provinces", "prefectures", "counties"} - set(above)))
    if wanted.places:
        mask = mask & placed(facts.reports, wanted)[facts.commitments["report"]]
    counts = _counted(facts.commitments[level], mask)
    names = _names(facts.reports, level)
    choices = [Choice(value, names.get(value) or value, count) for value, count in sorted(counts.items())]
    unknown = int(mask.sum()) - sum(counts.values())
    if level == "province" and unknown:
        choices.append(Choice(UNKNOWN, "地区不明", unknown))
    return tuple(choices)


def _names(reports: pd.DataFrame, level: str) -> dict[str, str]:
    known = reports.drop_duplicates(level)
    return dict(zip(known[level], known[f"{level}_name"], strict=True))


def _lights(found: Selection, rule: LightRule | None) -> tuple[Choice, ...]:
    if rule is None:
        return ()
    codes = light_codes(found.facts, rule)[found.passing("lights")]
    counts = np.bincount(codes, minlength=len(LIGHTS))
    return tuple(Choice(light, light, int(n)) for light, n in zip(LIGHTS, counts, strict=True) if n)


def _bodies(found: Selection, column: str, field: str) -> tuple[Choice, ...]:
    """Count by a column of the bodies, what else is asked of one kept."""
    bodies = found.facts.bodies
    kept = bodies[body_lines(bodies, found.wanted.without(field))]
    counts = _owned(kept, column, found.passing("bodies"))
    return _ranked(counts, getattr(found.wanted, field), MAX_NAMES)


def _indicators(found: Selection) -> tuple[Choice, ...]:
    return _ranked(_owned(found.facts.targets, "indicator_code", found.passing("indicators")))


def _flag(found: Selection, name: str) -> tuple[int, int]:
    mask = found.passing(name)
    yes = int((found.facts.commitments[name].to_numpy() & mask).sum())
    return yes, int(mask.sum()) - yes


def _counted(column: pd.Series[Any], mask: Mask) -> Counter[str]:
    """Count the categories of a column; what has none is left out."""
    codes = column.cat.codes.to_numpy()[mask]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.cat.categories))
    return Counter({value: int(n) for value, n in zip(column.cat.categories, counts, strict=True) if n})


def _listed(column: pd.Series[Any], mask: Mask) -> Counter[str]:
    """Count by whole lists, of which there are few, and take these apart."""
    counts: Counter[str] = Counter()
    for listed, count in _counted(column, mask).items():
        for value in filter(None, listed.split(SEPARATOR)):
            counts[value] += count
    return counts


def _owned(part: pd.DataFrame, column: str, mask: Mask) -> Counter[str]:
    """Count the commitments with a line of each category; one with two lines of it counts once."""
    codes = part[column].cat.codes.to_numpy().astype(np.int64)
    rows = part["row"].to_numpy()
    kept = mask[rows] & (codes >= 0)
    most = len(part[column].cat.categories) or 1
    pairs = np.unique(rows[kept] * most + codes[kept])
    counts = np.bincount(pairs % most, minlength=most)
    return Counter({v: int(n) for v, n in zip(part[column].cat.categories, counts, strict=False) if n})


def _ranked(
    counts: Counter[str], chosen: tuple[str, ...] = (), most: int | None = None
) -> tuple[Choice, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    kept = ranked[:most] + [item for item in ranked[most or len(ranked) :] if item[0] in chosen]
    return tuple(Choice(value, value, count) for value, count in kept)
