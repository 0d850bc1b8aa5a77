"""The jurisdiction of a report: the place that holds the meeting and whose commitments the report tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecoledger.gazetteer.division import NATION
from ecoledger.gazetteer.evidence import Clue, count_levels, find_clues, load_weights, share_out
from ecoledger.gazetteer.gazetteer import Gazetteer, load_gazetteer
from ecoledger.gazetteer.page_part import split_parts
from ecoledger.gazetteer.place import find_places, prefer_higher
from ecoledger.model import Issue, Place, Region

if TYPE_CHECKING:
    import datetime as dt

Codes = tuple[str, ...]
ENOUGH = 3.0  # below this nothing says who meets
CLEAR = 0.75  # a rival with this share of the best one's weight makes the place doubtful
LEVEL_BONUS = 4.0
HEARD = 0.5  # a place inside the best one with this share of its weight is meant when the text speaks on its level
_SHOWN = 5


@dataclass(slots=True)
class _Candidate:
    codes: Codes
    by_kind: dict[str, float] = field(default_factory=dict)
    clues: list[Clue] = field(default_factory=list)
    bonus: float = 0.0

    @property
    def score(self) -> float:
        most = load_weights()
        own = sum(min(weight, most[kind].most) for kind, weight in self.by_kind.items())
        return own + min(self.bonus, own)


def resolve_region(  # noqa: PLR0917  # the parts of a page, in its order
    title: str | None,
    body: str,
    source: str | None,
    url: str | None,
    context: str,
    on: dt.date | None,
) -> tuple[Region | None, tuple[Issue, ...]]:
    """Return the place that holds the meeting, and doubts about it; None when the page does not tell.

    `context` is all text of the page (site name, navigation), `on` the date of the report: names are read as of
    then, codes are those of today. Places above (全省, speakers sent from there) are named in every report and
    do not win against the place itself.
    """
    gazetteer = load_gazetteer()
    parts = split_parts(title, body, source, url, context)
    known = frozenset(
        code
        for _, text in parts
        for place in find_places(text, on)
        if place.certain and len(place.codes) == 1
        for code in place.codes[0]
    )
    candidates: dict[Codes, _Candidate] = {}
    for zone, text in parts:
        for clue in find_clues(text, zone, on, known):
            for codes, weight in share_out(clue).items():
                candidate = candidates.setdefault(codes, _Candidate(codes))
                candidate.by_kind[clue.kind] = candidate.by_kind.get(clue.kind, 0.0) + weight
                candidate.clues.append(clue)
    votes = count_levels(f"{title or ''}\n{body}")
    _reward_level(gazetteer, candidates, votes)
    return _choose(gazetteer, list(candidates.values()), votes)


def _reward_level(gazetteer: Gazetteer, candidates: dict[Codes, _Candidate], votes: dict[str, float]) -> None:
    """Favour the places whose kind the text speaks as: 全区 a district, 全市 a city."""
    total = sum(votes.values())
    for candidate in candidates.values():
        if total:
            candidate.bonus = LEVEL_BONUS * votes.get(_kind(gazetteer, candidate), 0.0) / total


def _kind(gazetteer: Gazetteer, candidate: _Candidate) -> str:
    division = gazetteer.division(candidate.codes[0])
    return division.name[-1] if division else ""


def _choose(
    gazetteer: Gazetteer, candidates: list[_Candidate], votes: dict[str, float]
) -> tuple[Region | None, tuple[Issue, ...]]:
    strong = sorted((c for c in candidates if c.score >= ENOUGH), key=lambda c: -c.score)
    if not strong:
        return None, (Issue("region_unknown", "文中没有写明是哪里的会议，请手工选定地区。"),)
    spoken = max(votes, key=lambda level: votes[level]) if votes else ""
    best = strong[0]
    for other in strong[1:]:
        heard = other.score >= HEARD * strong[0].score and _kind(gazetteer, best) != spoken
        if heard and spoken == _kind(gazetteer, other) and _inside(gazetteer, other, best):
            best = other
    rivals = [c for c in strong if c.score >= CLEAR * best.score and not _related(gazetteer, c, best)]
    rivals = _drop_unusual(best, rivals)
    if rivals or len(best.codes) > 1:
        codes = list(dict.fromkeys(code for c in (best, *rivals) for code in c.codes))
        names = "、".join(f"{gazetteer.full_name(code)}（{code}）" for code in codes)
        return None, (Issue("region_ambiguous", f"地区有几种可能：{names}，请手工选定。"),)
    return _region(gazetteer, best), ()


def _drop_unusual(best: _Candidate, rivals: list[_Candidate]) -> list[_Candidate]:
    """Leave out rivals that only share a short name of which they are the less usual meaning."""
    kept = []
    for rival in rivals:
        shared = [c.place for c in rival.clues if c.place and c in best.clues]
        if shared and all(rival.codes not in prefer_higher(place) for place in shared):
            continue
        kept.append(rival)
    return kept


def _related(gazetteer: Gazetteer, one: _Candidate, other: _Candidate) -> bool:
    return _inside(gazetteer, one, other) or _inside(gazetteer, other, one)


def _inside(gazetteer: Gazetteer, inner: _Candidate, outer: _Candidate) -> bool:
    return any(gazetteer.holds(upper, code) for upper in outer.codes for code in inner.codes)


def _region(gazetteer: Gazetteer, best: _Candidate) -> Region:
    division = gazetteer.division(best.codes[0])
    assert division is not None  # noqa: S101  # every code of the tables is a division: tests/gazetteer holds this
    clues = sorted((c for c in best.clues if c.weight), key=lambda c: -c.weight)
    evidence = tuple(dict.fromkeys(f"{c.label}：{c.words.strip()}" for c in clues))[:_SHOWN]
    places = gazetteer.places(division.adcode) or (Place(NATION, division.name),)
    zone = next((c.place for c in clues if c.place and c.place.senses[0].kind == "zone"), None)
    if zone is not None and all(c.place and c.place.name == zone.name for c in clues if c.weight >= 1):
        return Region(division.adcode, zone.name, "other", places, evidence)
    return Region(division.adcode, division.name, division.level, places, evidence)
