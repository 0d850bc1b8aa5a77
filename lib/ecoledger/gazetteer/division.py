"""Divisions of today (民政部, 34 / 333 / 2,847) and what their names have meant since 1980."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from ecoledger.errors import RuleError
from ecoledger.gazetteer.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ecoledger.model import Level

NATION = "100000"
NameKind = Literal["full", "short", "alias", "zone", "medium"]
_LEVELS = ("province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Division:
    """A division of today. `short` is the usual short name; the label point is None where no polygon is known.

    `since` is the first year under this name, code and parent (1980 stands for 1980 or earlier).
    """

    adcode: str
    name: str
    short: str
    level: Level
    parent: str
    lon: float | None
    lat: float | None
    since: int


class Sense(NamedTuple):  # ten thousand are read at the start: a tuple takes half the time of a dataclass
    """One meaning of a name: the division it stands for, over the years it did.

    `adcodes` are codes of today: more than one where the old division was divided up. `unit` and `parent` are
    codes of the division itself and of the one above it then. `until` is None for divisions of today.
    """

    adcodes: tuple[str, ...]
    unit: str
    parent: str
    level: Level
    kind: NameKind
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Tables:
    """All that the tables say: divisions of today by adcode, every name with its senses, codes of before.

    A word without a sense (新华社) names no place, nor does what it begins with.
    """

    divisions: Mapping[str, Division]
    names: Mapping[str, tuple[Sense, ...]]
    former: Mapping[str, tuple[str, ...]]


def load_tables() -> Tables:
    """Return the tables of the gazetteer. Raises RuleError."""
    divisions = {NATION: Division(NATION, "中华人民共和国", "全国", "nation", "", None, None, 1980)}
    names: dict[str, list[Sense]] = {}
    for name, sense, division in _read_today():
        names.setdefault(name, []).append(sense)
        divisions[division.adcode] = division
    former: dict[str, tuple[str, ...]] = {}
    for name, sense, codes in _read_former():
        names.setdefault(name, []).append(sense)
        former.update(dict.fromkeys(codes, sense.adcodes))
    for name, sense in _read_by_hand(divisions):
        names.setdefault(name, []).append(sense)
    for word, _ in read_table("no_place", ("word", "reason")):
        names[word] = []
    return Tables(divisions, {name: tuple(senses) for name, senses in names.items()}, former)


def load_ordinary() -> frozenset[str]:
    """Return the names that are ordinary words as well (资源, 朝阳, 太湖); alone they name no place."""
    return frozenset(word for word, _ in read_table("ordinary", ("word", "reason")))


def _read_today() -> Iterator[tuple[str, Sense, Division]]:
    columns = ("adcode", "name", "level", "parent", "short", "lon", "lat", "since")
    for adcode, name, level, parent, shorts, lon, lat, since in read_table("division", columns):
        short = shorts.split(";")
        division = Division(
            adcode=adcode,
            name=name,
            short=short[0] or name,
            level=_level(level),
            parent=parent,
            lon=float(lon) if lon else None,
            lat=float(lat) if lat else None,
            since=int(since),
        )
        codes = (adcode,)
        yield name, Sense(codes, adcode, parent, division.level, "full", division.since, None), division
        for word in filter(None, short):
            yield word, Sense(codes, adcode, parent, division.level, "short", division.since, None), division


def _read_former() -> Iterator[tuple[str, Sense, list[str]]]:
    columns = ("unit", "name", "level", "codes", "parent", "short", "successors", "since", "until")
    for unit, name, level, codes, parent, shorts, successors, since, until in read_table("former", columns):
        heirs, first, last = tuple(successors.split(";")), int(since), int(until)
        yield name, Sense(heirs, unit, parent, _level(level), "full", first, last), codes.split(";")
        for word in filter(None, shorts.split(";")):
            yield word, Sense(heirs, unit, parent, _level(level), "short", first, last), []


def _read_by_hand(divisions: Mapping[str, Division]) -> Iterator[tuple[str, Sense]]:
    kinds: tuple[NameKind, ...] = ("alias", "zone", "medium")
    for kind in kinds:
        for name, adcode, _ in read_table(kind, ("name", "adcode", "reason")):
            if adcode not in divisions:
                raise RuleError(f"{kind}.csv: {name} points at {adcode}, which is no division")
            division = divisions[adcode]
            parent = adcode if kind == "zone" else division.parent
            level: Level = "other" if kind == "zone" else division.level
            yield name, Sense((adcode,), adcode, parent, level, kind, 1980, None)


def _level(word: str) -> Level:
    if word not in _LEVELS:
        raise RuleError(f"level {word!r} is none of {list(_LEVELS)}")
    return cast("Level", word)
