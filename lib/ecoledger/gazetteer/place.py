"""Places named in a text: names joined to paths (安徽省池州市贵池区) and their meaning narrowed down."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ecoledger.gazetteer.gazetteer import Gazetteer, Mention, load_gazetteer
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from ecoledger.gazetteer.division import Sense

Codes = tuple[str, ...]
_FIRM = {"report", "headline", "visit", "office", "organ", "convene"}
_BOUND = re.compile(r"[一-龥]$")
_LEADS_IN = re.compile(r"(?:[在赴到把让对从向往由据及与和]|近日|日前|今天|[上下]午)$")
_SHORTEST = 2
"""A name of one character and 县 is found in many words as well (示范县, 召开县委): it must stand free."""
_RANK = {"province": 0, "prefecture": 1, "county": 2, "other": 3}


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place named at `[start, end)`: the last name of a path, and what it can mean.

    `certain` is False for a name that is an ordinary word as well: it counts only beside a cue, and only when it
    is `free`, no part of a longer word.
    """

    start: int
    end: int
    text: str
    name: str
    senses: tuple[Sense, ...]
    certain: bool
    free: bool
    codes: tuple[Codes, ...] = field(init=False)
    """The divisions of today it can mean; several codes together stand for one that was divided up."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", tuple(dict.fromkeys([sense.adcodes for sense in self.senses])))

    def speaks(self, kind: str) -> bool:
        """Tell whether a cue of this kind counts: an ordinary word must stand free (not 自然资源) beside a firm one."""
        return self.certain or (self.free and kind in _FIRM)

    @property
    def is_medium(self) -> bool:
        """Tell whether it is the name of a medium (大河网): it tells of what place it reports, no more."""
        return self.senses[0].kind == "medium"


def find_places(text: str, on: dt.date | None, known: frozenset[str] = frozenset()) -> tuple[NamedPlace, ...]:
    """Return the places named in `text` as of the date `on` (None: today).

    A name shared by several divisions keeps those that lie in a place of the same path, else in one of the
    codes `known`, else all. Names of lakes, roads and firms (太湖, 丽江大桥) are left out.
    """
    gazetteer = load_gazetteer()
    places: list[NamedPlace] = []
    for place in _read_names(text, on):
        above = places[-1] if places and places[-1].end == place.start else None
        inside = _within(gazetteer, place.senses, above.codes) if above else ()
        if above and inside:
            joined = replace(
                place, start=above.start, text=above.text + place.text, senses=inside, certain=True
            )
            places[-1] = joined
        elif place.free or len(place.name) > _SHORTEST or place.senses[0].kind != "full":
            around = _near(gazetteer, place.senses, known) if len(place.codes) > 1 else ()
            places.append(replace(place, senses=around) if around else place)
    feature = _any_after("feature")
    return tuple(p for p in places if p.senses[0].kind == "full" or not feature.match(text, p.end))


@lru_cache(maxsize=8)  # each part of a page is read twice: without and with what the others tell
def _read_names(text: str, on: dt.date | None) -> tuple[NamedPlace, ...]:
    """Return each name in `text` by itself, with all that it can mean."""
    gazetteer = load_gazetteer()
    places = []
    for mention in gazetteer.find_mentions(text):
        place = _read(gazetteer, mention, text[max(0, mention.start - 2) : mention.start], on)
        if place.senses[0].kind in {"full", "short"} and (
            zone := _any_after("zone").match(text, mention.end)
        ):
            place = _as_zone(place, text[mention.start : zone.end()])
        places.append(place)
    return tuple(places)


@cache
def _any_after(kind: str) -> re.Pattern[str]:
    """Return a pattern for the words right behind a name that make it another."""
    return re.compile("|".join(rule.source for rule in load_rules("region_feature") if rule.kind == kind))


def _as_zone(place: NamedPlace, text: str) -> NamedPlace:
    """Return the zone that lies in `place` and bears its name (济宁高新区): it stands for the division it lies in."""
    senses = tuple(s._replace(kind="zone", level="other", parent=s.unit) for s in place.senses)
    return replace(place, end=place.start + len(text), text=text, name=text, senses=senses, certain=True)


def prefer_higher(place: NamedPlace) -> tuple[Codes, ...]:
    """Return what a short name usually means: the higher division (河北 is the province, not 天津市河北区).

    An autonomous prefecture keeps its 州 (恩施州): beside it the bare name is the city (恩施).
    """
    if place.senses[0].kind == "full" or not place.certain:
        return place.codes
    top = min(_RANK[s.level] for s in place.senses)
    usual = tuple(dict.fromkeys(s.adcodes for s in place.senses if _RANK[s.level] == top))
    cities = tuple(c for c in place.codes if c not in usual and _is_city_of_prefecture(c[0], usual))
    return cities or usual


def _is_city_of_prefecture(adcode: str, usual: tuple[Codes, ...]) -> bool:
    path = load_gazetteer().path(adcode)
    return (
        len(path) == 3
        and path[2].name.endswith("市")
        and path[1].name.endswith("自治州")
        and usual == ((path[1].adcode,),)
    )


def _read(gazetteer: Gazetteer, mention: Mention, before: str, on: dt.date | None) -> NamedPlace:
    senses = _valid(mention.senses, on)
    full = tuple(s for s in senses if s.kind == "full")
    certain = not gazetteer.is_ordinary(mention.text)
    free = not _BOUND.search(before) or bool(_LEADS_IN.search(before))
    return NamedPlace(mention.start, mention.end, mention.text, mention.text, full or senses, certain, free)


def _valid(senses: tuple[Sense, ...], on: dt.date | None) -> tuple[Sense, ...]:
    """Return the senses in force at `on`; a name lives on in the year after its end. All when none is."""
    if on is None:
        return tuple(s for s in senses if s.until is None) or senses
    year = on.year
    return tuple(s for s in senses if s.since <= year and (s.until is None or year <= s.until + 1)) or senses


def _within(gazetteer: Gazetteer, senses: tuple[Sense, ...], above: Iterable[Codes]) -> tuple[Sense, ...]:
    upper = {code for codes in above for code in codes}
    if not upper:
        return ()
    return tuple(s for s in senses if upper & _above(gazetteer, s))


def _near(gazetteer: Gazetteer, senses: tuple[Sense, ...], known: frozenset[str]) -> tuple[Sense, ...]:
    """Return the senses that are places named for certain elsewhere, or lie in one."""
    return tuple(s for s in senses if known.issuperset(s.adcodes) or known & _above(gazetteer, s))


def _above(gazetteer: Gazetteer, sense: Sense) -> set[str]:
    """Return the codes of the divisions over a sense, those of its own time and of today."""
    codes = {sense.parent, *(d.adcode for d in gazetteer.path(sense.parent))}
    for adcode in sense.adcodes:
        codes.update(d.adcode for d in gazetteer.path(adcode)[:-1])
    return codes
