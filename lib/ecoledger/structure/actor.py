"""Who acts in a text: every place where a person stands, with a post or by name alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ecoledger.rules.loader import load_rules
from ecoledger.structure.name import find_name, is_name, is_ordinary, load_names, may_be_dotted, possible_ends
from ecoledger.structure.person import Mention, find_mentions, match_post

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEADER = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff]{3})?总书记")
_MAY_CALL = re.compile(r"^$|[^一-龥]|[由受]")
_CALLED = re.compile(r"书记|[省市区县州旗盟镇乡局厅部]长|主任|主席|组长")
_BEFORE_CLAUSE = re.compile(r"[，。；：！？、\n　 ]|(?<=会)议?由")
_WHOLE_NAME = 3
"""A known name of so many characters at the head of a clause is no chance: 王连春会议总结时强调."""
_BEFORE = 16
"""Words that may stand in a clause before its subject: 当天下午、在随后召开的座谈会上."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Every mention of a person, in order; `begins` are the places where post and name together begin."""

    mentions: tuple[Mention, ...]
    begins: tuple[int, ...]
    leader: str | None
    names: frozenset[str]

    def is_absent(self, name: str) -> bool:
        """Say whether `name` is the leader whose words are only cited: 总书记 is all the post that stands."""
        return name == self.leader and not any(
            m.role and m.role != "总书记" for m in self.mentions if m.name == name
        )

    def name_at(self, at: int) -> str | None:
        """Return who is named at `at`, post and name or name alone, else None."""
        place = bisect_left(self.begins, at)
        return self.mentions[place].name if place < len(self.begins) and self.begins[place] == at else None

    def in_clause(self, start: int, end: int) -> Mention | None:
        """Return who is named first, as subject, in the clause `[start, end)`, else None."""
        place = bisect_left(self.begins, start)
        if place == len(self.begins) or self.begins[place] > start + _BEFORE:
            return None
        return self.mentions[place] if self.mentions[place].end <= end else None

    def in_sentence(self, start: int, end: int) -> Mention | None:
        """Return who is named first in `[start, end)`, else None."""
        place = bisect_left(self.begins, start)
        return self.mentions[place] if place < len(self.begins) and self.begins[place] < end else None


@lru_cache(maxsize=2)  # asked for the meeting and for the segments
def find_actors(text: str) -> Actors:
    """Return who acts in `text`: people with posts, and names alone where the name is known or an act follows."""
    with_post = find_mentions(text)
    titles = tuple(_LEADER.finditer(text)) if "总书记" in text else ()
    leader = next((m.group(1) for m in titles if m.group(1) and is_name(m.group(1))), None)
    taken = {m.start for m in with_post}
    found = list(with_post)
    known = {m.name for m in with_post}
    found += [m for m in _alone(text, known) if m.start not in taken]
    found += _by_surname(text, with_post)
    if leader:
        short = (m for m in titles if m.group(1) != leader)
        found += [Mention(m.end() - 3, m.end() - 3, m.end(), leader, "") for m in short]
    found.sort(key=lambda m: (m.begin, -m.end))
    return Actors(tuple(found), tuple(m.begin for m in found), leader, frozenset(m.name for m in found))


def _by_surname(text: str, with_post: tuple[Mention, ...]) -> list[Mention]:
    """Return where somebody named before is called by surname and post: 张书记强调."""
    called: dict[str, set[str]] = {}
    for mention in with_post:
        for post in _CALLED.findall(mention.role):
            called.setdefault(mention.name[0] + post, set()).add(mention.name)
    return [
        Mention(start, start, start + len(words), next(iter(names)), "")
        for words, names in called.items()
        if len(names) == 1
        for start in _find_all(words, text)
        if _MAY_CALL.search(text[max(0, start - 1) : start])
    ]


def _find_all(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


@cache
def _acts_alone() -> re.Pattern[str]:
    return next(rule.pattern for rule in load_rules("person") if rule.id == "person.acts_alone")


def _alone(text: str, known: set[str]) -> list[Mention]:
    follow = load_names().follow
    found = {}
    for name in known:
        for start in _find_all(name, text):
            behind = start + len(name)
            opens = len(name) >= _WHOLE_NAME and (not start or _BEFORE_CLAUSE.match(text, start - 1))
            if opens or follow.match(text, behind) or match_post(text, behind):
                found[start] = Mention(start, start, behind, name, "")
    acts = _acts_alone()
    dots = "·" in text or "•" in text
    for start in (0, *(mark.end() for mark in _BEFORE_CLAUSE.finditer(text))):
        if not (dots and may_be_dotted(text, start)) and not any(
            acts.match(text, e) for e in possible_ends(text, start)
        ):
            continue
        end = find_name(text, start)
        if start not in found and end and acts.match(text, end) and not is_ordinary(text[start:end]):
            found[start] = Mention(start, start, end, text[start:end], "")
    return list(found.values())
