"""Evidence for the place that holds a meeting: what each part of a page says of each place it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from ecoledger.gazetteer.marked import find_cues
from ecoledger.gazetteer.place import find_places
from ecoledger.gazetteer.table import read_table
from ecoledger.rules.loader import load_rules
from ecoledger.rules.presence import may_find

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ecoledger.gazetteer.place import NamedPlace

Zone = Literal["title", "lead", "body", "source", "site", "host"]
ZONES: tuple[Zone, ...] = ("title", "lead", "body", "source", "site", "host")
_NO_ACTOR = re.compile(r"、|(?:日报|晚报|新闻网|网|电视台|融媒)")  # one of many, or the medium that reports
_LOCAL = ("prefecture", "county")
_NATIONWIDE = "region.nation.meeting"  # where such a meeting is held tells nothing
_SEVERAL = 2  # places of one parent that a text names: it speaks of them as its own
_OPENING = re.compile(
    r"(?:^|[|丨｜】\n])\s*"
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?|近日|日前|今天|[上下]午|会上)?[，,]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: `weight` for every division of `place`, with the words it was read from.

    `rule` is the rule of the cue, or the row of weight.csv where a bare name is all.
    """

    place: NamedPlace | None
    zone: Zone
    kind: str
    label: str
    weight: float
    words: str
    rule: str

    def is_firm(self) -> bool:
        """Tell whether it weighs more than a bare mention."""
        return self.weight >= 2.0


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a kind of evidence weighs in each part of a page, and at most in all."""

    zones: dict[str, float]
    most: float
    label: str


@cache
def load_weights() -> dict[str, Weight]:
    """Return the weights by kind. Raises RuleError when the table is broken."""
    rows = read_table("weight", ("kind", *ZONES, "most", "words"))
    return {
        kind: Weight(dict(zip(ZONES, map(float, cells), strict=True)), float(most), label)
        for kind, *cells, most, label in rows
    }


def find_clues(text: str, zone: Zone, on: dt.date | None, known: frozenset[str]) -> Iterator[Clue]:
    """Yield what `text`, a part of a page, says of the places it names; `known` are codes named for certain.

    A bare name that is an ordinary word counts only beside a cue; a place named as source of orders from above
    counts for nothing.
    """
    places = find_places(text, on, known)
    if zone == "host":  # an address can spell several names (盐城, 郾城): each gets its share
        yield from (_clue(place, zone, "host", place.text, len(places)) for place in places)
        return
    nation = tuple(_nation(text, zone))
    idle = {"venue"} if any(clue.rule == _NATIONWIDE for clue in nation) else set()
    cues = [cue for cue in find_cues(text, places) if cue[1].kind == "superior" or cue[0].speaks(cue[1].kind)]
    cues = [cue for cue in cues if cue[1].kind not in idle]
    superior = {place.start for place, rule, _ in cues if rule.kind == "superior"}
    toured = {place.start for place, rule, _ in cues if rule.kind == "tour"}
    joint = {place.start for place, rule, _ in cues if rule.kind == "joint"}
    cued = {place.start for place, *_ in cues}
    for place, rule, words in cues:
        if place.start not in superior and not (rule.kind == "visit" and place.start in toured):
            yield replace(_clue(place, zone, rule.kind, words), rule=rule.id)
    for place in places:  # the leader's words on 镇江 are handed down there and in its parts, not elsewhere
        if place.start in superior and place.certain and place.senses[0].level in _LOCAL:
            yield _clue(place, zone, "handed", place.text)
    below: dict[str, NamedPlace] = {}
    for place in places:
        if place.start not in superior and place.certain and len(place.codes) == 1:
            below.setdefault(place.codes[0][0], place)
    if len(below) >= _SEVERAL:
        yield from (_clue(place, zone, "member", place.text) for place in below.values())
    for place in places:
        if place.start not in superior and (place.certain or place.start in cued):
            before, after = text[max(0, place.start - 24) : place.start], text[place.end : place.end + 6]
            opening = _OPENING.search(before) and not _NO_ACTOR.match(after) and not place.is_medium
            opening = opening and place.start not in joint
            yield _clue(place, zone, "opening" if opening else "plain", place.text)
    yield from nation


def _nation(text: str, zone: Zone) -> Iterator[Clue]:
    """Yield what says that the nation itself meets."""
    for rule in load_rules("region_text"):
        if rule.kind == "national" and may_find(rule, text):
            for match in rule.pattern.finditer(text):
                yield replace(_clue(None, zone, rule.kind, match.group()), rule=rule.id)


def _clue(place: NamedPlace | None, zone: Zone, kind: str, words: str, shared_by: int = 1) -> Clue:
    weight = load_weights()[kind]
    return Clue(place, zone, kind, weight.label, weight.zones[zone] / shared_by, words, f"weight.csv:{kind}")


def count_levels(text: str, kind: str) -> dict[str, float]:
    """Return how much the text speaks as a district (区), a county (县), a city (市), or a province (省).

    `kind` is that of the rules to count: "level" for 全区, 我市; "level_office" for offices without a place.
    """
    for rule in load_rules("region_text"):
        if rule.kind == "passing" and may_find(rule, text):
            text = rule.pattern.sub("", text)
    votes: dict[str, float] = {}
    for rule in load_rules("region_text"):
        if rule.kind == kind:
            for match in rule.pattern.finditer(text):
                level = next(word for word in match.groupdict().values() if word)
                votes[level] = votes.get(level, 0) + float(rule.value)
    return votes


def count_towns(text: str) -> int:
    """Return how often the text speaks as a town (全镇, 增福镇召开)."""
    rules = [rule for rule in load_rules("region_text") if rule.kind == "town"]
    return sum(1 for rule in rules for _ in rule.pattern.finditer(text))
