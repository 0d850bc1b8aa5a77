"""A place that may be the one which holds the meeting, with all that speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.gazetteer.division import NATION
from ecoledger.gazetteer.evidence import load_weights
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.place import prefer_higher

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ecoledger.gazetteer.division import Division
    from ecoledger.gazetteer.evidence import Clue
    from ecoledger.gazetteer.place import Codes

LEVEL_BONUS = 4.0
_UNUSUAL = 0.9
_LEVELS = "省市州盟"  # 市长 of no named city speaks as the city over the district he tours
_FROM_ABOVE = ("venue", "tour", "member")
_PAGE = {"source", "site", "host"}
_MEDIUM = re.compile(r"(?:[日晚晨]报|网|电视台|融媒体?(?:中心)?|发布)$")
_TOLD = 1.0  # a clue of this weight in the report itself names the place, not only the page around it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A division of today, or several that one of before was divided into (`codes`), with its clues.

    `kinds` are the last characters of its names, of today and as written (区, 市): what 全区, 全市 can mean.
    `score` sums the weights of the clues, each kind up to its most, and a bonus when the text speaks as its kind.
    """

    codes: Codes
    clues: tuple[Clue, ...]
    kinds: frozenset[str]
    score: float

    def is_told(self) -> bool:
        """Tell whether title or text name it, not only source, site or address."""
        return any(c.weight >= _TOLD and c.zone in {"title", "lead", "body"} for c in self.clues)

    def is_hearsay(self) -> bool:
        """Tell whether only the names of media speak for it: they report of other places too."""
        return all(c.place is not None and c.place.is_medium for c in self.clues)

    def is_at_branch(self) -> bool:
        """Tell whether it followed the meeting of one above from a branch venue."""
        return any(c.kind == "branch" for c in self.clues)

    def is_only_reported(self) -> bool:
        """Tell whether what weighs for it is a medium of it (汕尾日报讯), the source or the site: they report of parts of it too."""
        return all(c.zone in _PAGE or bool(_MEDIUM.search(c.words)) for c in self.clues if c.is_firm())

    def lies_in(self, other: Candidate) -> bool:
        """Tell whether it lies in `other` or is the same."""
        return any(load_gazetteer().holds(upper, code) for upper in other.codes for code in self.codes)

    def is_related(self, other: Candidate) -> bool:
        """Tell whether one lies in the other."""
        return self.lies_in(other) or other.lies_in(self)

    def is_other_reading(self, best: Candidate, spoken: str) -> bool:
        """Tell whether it is only the other, less fitting meaning of names that `best` was read from.

        So it is when the text speaks as a city and only `best` is one, or when the names are short and mean
        the higher division by custom (河北 is the province, not 天津市河北区).
        """
        theirs = set(map(id, best.clues))  # the same clue stands in both; comparing them all is quadratic
        shared = [c.place for c in self.clues if c.place is not None and id(c) in theirs]
        if not shared:
            return False
        if spoken in best.kinds and spoken not in self.kinds:
            return True
        usual = [prefer_higher(place) for place in shared]
        return all(best.codes in codes and self.codes not in codes for codes in usual)


def weigh_candidates(clues: Iterable[Clue], votes: Mapping[str, float]) -> list[Candidate]:
    """Return all candidates, the heaviest first; `votes` tell on which level the text speaks."""
    found: dict[Codes, list[tuple[Clue, float]]] = {}
    spoken = loudest(votes)
    for clue in clues:
        for codes, weight in _share_out(clue, spoken).items():
            found.setdefault(codes, []).append((clue, weight))
    candidates = [_weigh(codes, shares, votes) for codes, shares in found.items()]
    return sorted(candidates, key=lambda c: (-c.score, c.codes))


def loudest(votes: Mapping[str, float]) -> str:
    """Return the level that the text speaks on most (区, 市), "" when on none."""
    return max(votes, key=lambda level: votes[level], default="")


def _share_out(clue: Clue, spoken: str) -> dict[Codes, float]:
    """Return the weight a clue lends to each division it can mean; the less usual ones get a little less."""
    if clue.place is None:
        return {(NATION,): clue.weight}
    if clue.kind in _FROM_ABOVE:  # 全省…大会在合肥召开, 市长到宣州区督导: the place over it meets or speaks
        above = (d for codes in clue.place.codes for d in _above(codes[0], clue.kind))
        level = next((c for c in clue.words if c in _LEVELS), spoken) if clue.kind == "tour" else spoken
        return {(d.adcode,): clue.weight for d in above if d.name[-1] == level}
    usual = prefer_higher(clue.place)
    return {codes: clue.weight * (1.0 if codes in usual else _UNUSUAL) for codes in clue.place.codes}


def _above(adcode: str, kind: str) -> Sequence[Division]:
    """Return the divisions over one; only that right over it where several of its parts are named."""
    over = load_gazetteer().path(adcode)[:-1]
    return over[-1:] if kind == "member" else over


def _weigh(codes: Codes, shares: list[tuple[Clue, float]], votes: Mapping[str, float]) -> Candidate:
    most = load_weights()
    sums: dict[str, float] = {}
    for clue, weight in shares:
        sums[clue.kind] = min(sums.get(clue.kind, 0.0) + weight, most[clue.kind].most)
    own = sum(sums.values())
    kinds = frozenset(_kinds(codes, shares))
    heard = sum(votes.get(kind, 0.0) for kind in kinds) / (sum(votes.values()) or 1.0)
    return Candidate(codes, tuple(c for c, _ in shares), kinds, own + min(LEVEL_BONUS * heard, own))


def _kinds(codes: Codes, shares: list[tuple[Clue, float]]) -> Iterable[str]:
    division = load_gazetteer().division(codes[0])
    if division is not None:
        yield division.name[-1]
    for clue, _ in shares:
        if clue.place is None:
            continue
        kind = clue.place.senses[0].kind
        if kind == "full" or (kind == "zone" and clue.is_firm()):
            yield clue.place.name[-1]
