"""The jurisdiction of a report: the place that holds the meeting and whose commitments the report tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.gazetteer.candidate import Candidate, loudest, weigh_candidates
from ecoledger.gazetteer.division import NATION
from ecoledger.gazetteer.evidence import count_levels, count_towns, find_clues
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.page_part import split_parts
from ecoledger.gazetteer.place import find_places
from ecoledger.model import Issue, Place, Reason, Region

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.gazetteer.page_part import Part

ENOUGH = 3.0  # below this nothing says who meets
ENOUGH_FOR_TOWN = 2.0  # the address of a county's site, for a town of its own
CLEAR = 0.75  # a rival with this share of the best one's weight makes the place doubtful
HEARD = (
    0.5  # a place over or in the best one, with this share of its weight, is meant when the text speaks as it
)
_SHOWN = 5
_UNKNOWN = Issue("region_unknown", "文中没有写明是哪里的会议，请手工选定地区。")


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
    do not win against the place itself. An ambiguous place gives None and an issue that names the candidates.
    """
    parts = split_parts(title, body, source, url, context)
    known = _find_known(parts, on)
    clues = [clue for zone, text in parts for clue in find_clues(text, zone, on, known)]
    text = f"{title or ''}\n{body}"
    said, offices = count_levels(text, "level"), count_levels(text, "level_office")
    votes = said | {level: said.get(level, 0.0) + count for level, count in offices.items()}
    spoken, whole = loudest(votes), loudest(said)
    strong = _find_strong(weigh_candidates(clues, votes), text)
    if not strong:
        return None, (_UNKNOWN,)
    best = _prefer_spoken(strong, spoken, whole)
    if spoken and spoken not in best.kinds and not best.is_told():
        return None, (_contradiction(best, spoken),)
    rivals = [c for c in strong if c.score >= CLEAR * best.score and not c.is_related(best)]
    rivals = [c for c in rivals if not c.is_other_reading(best, spoken)]
    if rivals or len(best.codes) > 1:
        return None, (_ambiguity([best, *rivals]),)
    return _region(best), ()


def _find_known(parts: list[Part], on: dt.date | None) -> frozenset[str]:
    """Return the codes that the page names beyond doubt: they tell which 鼓楼区 is meant."""
    places = (place for zone, text in parts if zone != "host" for place in find_places(text, on))
    return frozenset(p.codes[0][0] for p in places if p.certain and len(p.codes) == len(p.codes[0]) == 1)


def _find_strong(candidates: list[Candidate], text: str) -> list[Candidate]:
    """Return those that enough speaks for; where a town meets, the county of the site will do."""
    strong = [c for c in candidates if c.score >= ENOUGH and not c.is_hearsay()]
    if strong or not count_towns(text):
        return strong
    counties = [c for c in candidates if _is_county(c) and not c.is_hearsay()]
    return [c for c in counties if c.score >= ENOUGH_FOR_TOWN]


def _is_county(candidate: Candidate) -> bool:
    division = load_gazetteer().division(candidate.codes[0])
    return division is not None and division.level == "county"


def _prefer_spoken(strong: list[Candidate], spoken: str, whole: str) -> Candidate:
    """Return the heaviest candidate, or one above or below it as which the text speaks, if it names it enough.

    For one above, only 全市 and the like count, not offices: those of the visitors are named in a visited place.
    """
    best = strong[0]
    if branch := next((c for c in strong if c.lies_in(best) and c.is_at_branch()), None):
        return branch
    if best.is_only_reported():
        best = next((c for c in strong if c.lies_in(best) and not c.is_only_reported()), best)
    for other in strong:
        if other.score >= HEARD * best.score:
            if spoken not in best.kinds and spoken in other.kinds and other.lies_in(best):
                return other
            if whole not in best.kinds and whole in other.kinds and best.lies_in(other):
                return other
    return best


def _contradiction(best: Candidate, spoken: str) -> Issue:
    name = load_gazetteer().full_name(best.codes[0])
    return Issue(
        "region_unknown",
        f"网页出自{name}，文中说的却是“全{spoken}”，没有写明是哪个{spoken}，请手工选定地区。",
    )


def _ambiguity(candidates: list[Candidate]) -> Issue:
    gazetteer = load_gazetteer()
    codes = dict.fromkeys(code for c in candidates for code in c.codes)
    names = "、".join(f"{gazetteer.full_name(code)}（{code}）" for code in codes)
    return Issue("region_ambiguous", f"地区有几种可能：{names}，请手工选定。")


def _region(best: Candidate) -> Region:
    gazetteer = load_gazetteer()
    division = gazetteer.division(best.codes[0])
    assert division is not None  # noqa: S101  # the tables' codes are all divisions; tests/gazetteer holds this
    clues = sorted((c for c in best.clues if c.weight), key=lambda c: -c.weight)
    evidence = tuple(dict.fromkeys(f"{c.label}：{c.words.strip()}" for c in clues))[:_SHOWN]
    reasons = tuple(dict.fromkeys(Reason("region", c.rule, c.words.strip()) for c in clues))[:_SHOWN]
    path = gazetteer.places(division.adcode) or (Place(NATION, division.name),)
    firm = [c.place for c in clues if c.place is not None and c.is_firm()]
    zones = {place.name for place in firm if place.senses[0].kind == "zone"}
    others = {place.name for place in firm} - zones
    if zones and not others:  # all firm evidence names a development zone, which is no division
        return Region(division.adcode, min(zones), "other", path, evidence, reasons)
    return Region(division.adcode, division.name, division.level, path, evidence, reasons)
