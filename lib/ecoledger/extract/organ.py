"""Finds the names of organs of government and of collectives that may act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

from ecoledger.lexicon.loader import load_table, words
from ecoledger.lexicon.word_finder import WordFinder
from ecoledger.model import Span
from ecoledger.rules.gate import possible_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecoledger.model import Place, Region

MentionKind = Literal["organ", "strong", "weak", "society", "place", "formula"]

_COLUMNS = ("organ", "names", "short", "not_in")
_HEADED = ("局", "委", "部", "会", "小组")
_LEVEL = re.compile(r"(?:我|本|全)?(?:[省市区县州旗镇乡]|(?<!联)盟)(?:委|政府)?$|自治区$|国家$|中央$")
# a division's name before an organ's; a verb there is no part of it
_NAMED = re.compile(
    r"(?:^|(?<=[，。；：、（和及与由请同]))(?![由请与及]|和自治区|明确|要求|组织|推[动进]|督促|协调|会同|联合|责成|支持|指导|安排|依托|确定|加强)[一-龥]{2,5}[省市区县旗州]$"
)
_JOINED = re.compile(
    r"(?:^|(?<=[，。；：、（同和与及由]))[省市区县州旗][^，。；：、（）和与及由对要在的]{1,6}$"
)
# One of these ends a list of departments: see _department_pattern.
_LIST_ENDS = ("部门", "单位", "机关", "要", "应当", "必须")
_PREFECTURE = re.compile(
    r"(?!杭|苏|常|徐|扬|泰|郑|广|福|兰)[一-龥]{2,6}州"
)  # 甘南州 is 甘南 as well; 徐州 is a name of two
_BRANCH = re.compile(r"(?:[一-龥]{2,4}(?:[区县市旗](?:生态环境)?)?分局|办公室)")
VERTICAL = ("海关", "海事局", "供电公司", "供电局", "电力公司", "水文局", "铁路局", "银保监局", "水利委员会")
"""Organs under the centre bear the name of the place or water they serve, without its level (合肥海关)."""
_SEAT = re.compile(
    r"(?:^|(?<=[，。；：、（和及与由请同]))(?![由请与及和]|组织|督促|配合|协调|会同|联合)(?:国网)?[一-龥]{2,4}$"
)
_SUFFIX = re.compile(r"(?:特别行政区|(?:[一-龥]{1,4}族)*自治[区州县]|[省市区县旗盟])$")


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name that may stand for an actor: `organ` is the catalogue's canonical name, None for collectives.

    `strong` names are actors by default (各部门), `weak` ones only where the sentence makes them act (有关部门),
    `society` only with a modal or when urged (企业). `sign` is the level that stands before a row of departments
    and speaks for each of them (市生态环境、住建等部门).
    """

    kind: MentionKind
    organ: str | None
    rule: str
    sign: str = ""


def find_mentions(segment: str, region: Region | None, places: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Return the names of possible actors in `segment`, the longest at each place, in order.

    `places` are names of divisions that may stand for their governments, besides those of `region`.
    """
    known = _known_names(region.path if region else (), tuple(places))
    found = [*_organs(segment, known), *_departments(segment), *_ruled(segment), *_places(segment, known)]
    found.sort(key=lambda m: (m.start, m.kind != "formula", -m.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


@cache
def _catalogue() -> WordFinder[tuple[str, str, tuple[str, ...]]]:
    """Return the names of all organs, each with itself, its organ and the words that it may be a mere part of."""
    return WordFinder(
        {
            name: (name, row["organ"], words(row["not_in"]))
            for row in load_table("organ", _COLUMNS, key="organ")
            for name in words(row["names"])
        }
    )


def _organs(segment: str, known: Sequence[str]) -> Iterator[Mention]:
    for at, behind, (name, organ, not_in) in _catalogue().find(segment):
        if any(_stands_within(segment, at, behind, word) for word in not_in):
            continue
        branch = _BRANCH.match(segment, behind)
        longer = branch and name.endswith(_HEADED) and name + branch.group() not in _catalogue()
        end = branch.end() if branch and longer else behind
        start = _with_place(segment, at, known, name)
        yield Mention(start, end, segment[start:end], "organ", organ, "body.organ")


def _stands_within(segment: str, start: int, end: int, word: str) -> bool:
    at = segment.find(word, max(0, end - len(word)), start + len(word))
    return at >= 0 and at <= start and at + len(word) > end - 1


def _with_place(segment: str, start: int, known: Sequence[str], organ: str) -> int:
    """Widen a name to the place or level before it: 贵池区|生态环境局, 区|住建局, 合肥|海关."""
    for name in known:
        if segment.endswith(name, 0, start):
            return start - len(name)
    head = segment[max(0, start - 8) : start]
    match = _NAMED.search(head) or _LEVEL.search(head) or _JOINED.search(head)
    if not match and organ.endswith(VERTICAL):
        match = _SEAT.search(head)
    return start - len(head) + match.start() if match else start


@cache
def _department_pattern() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return patterns for two departments in a row, for a whole row and for one, and the organ of each."""
    organs = {
        short: row["organ"]
        for row in load_table("organ", _COLUMNS, key="organ")
        for short in words(row["short"])
    }
    one = "|".join(sorted(organs, key=len, reverse=True))
    run = rf"(?P<sign>[省市区县州旗盟]?)(?:{one})(?:[、和及与](?:{one})){{1,20}}(?:等)?(?:\d{{1,2}}个|多个|各?相关|各?有关|职能|监管|主管){{0,2}}(?:部门|单位|机关|(?=要|应当|必须))"
    return re.compile(f"(?:{one})[、和及与](?:{one})"), re.compile(run), re.compile(one), organs


def _departments(segment: str) -> Iterator[Mention]:
    """Read 生态环境、住建、水利等部门 as one name each."""
    if not any(word in segment for word in _LIST_ENDS):
        return
    pair, run, one, organs = _department_pattern()
    if not pair.search(segment):
        return
    for match in run.finditer(segment):
        sign = match["sign"]
        for name in one.finditer(segment, match.end("sign"), match.end()):
            start, end = name.span()
            start -= len(sign) if start == match.end("sign") else 0
            yield Mention(
                start, end, segment[start:end], "organ", organs[name.group()], "body.department", sign
            )


def _ruled(segment: str) -> Iterator[Mention]:
    for rule in possible_rules("body", segment, "collective", "place", "formula"):
        kind: MentionKind
        if rule.kind == "collective":
            kind = cast("MentionKind", rule.value)
        elif rule.kind == "place":
            kind = "place"
        else:
            kind = "formula"
        for match in rule.pattern.finditer(segment):
            organ = None if kind == "place" else _organ_at_end(match.group())
            yield Mention(match.start(), match.end(), match.group(), kind, organ, rule.id)


def _organ_at_end(name: str) -> str | None:
    """Return the organ that a collective is made of: 各级纪检监察机关."""
    return next((organ for _, end, (_, organ, _) in _catalogue().find(name) if end == len(name)), None)


def _places(segment: str, known: Sequence[str]) -> Iterator[Mention]:
    for name in known:
        start = segment.find(name)
        while start >= 0:
            end = start + len(name)
            yield Mention(start, end, name, "place", None, "body.place")
            start = segment.find(name, end)


@lru_cache(maxsize=4)  # they are the same for all segments of a report
def _known_names(path: tuple[Place, ...], places: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the divisions on the `path` to the region, their short forms, and `places`, the longest first."""
    short = (_SUFFIX.sub("", place.name) for place in path)
    names = (
        *(place.name for place in path),
        *(name for name in short if len(name) > 1),
        *filter(None, places),
        *(name.removesuffix("州") for name in places if _PREFECTURE.fullmatch(name)),
    )
    return tuple(sorted(names, key=len, reverse=True))
