"""People named with a post, and the post as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table
from ecoledger.model import Person
from ecoledger.rules.loader import load_rules
from ecoledger.structure.name import find_name, is_name, may_open_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROLE_LONG = 40
_BREAK = re.compile(r"[^\w、·\-]|_")
_JOIN = re.compile(r"、|和|以及|及|与")
_GROUP_AHEAD = 80
_LEADS_IN = "由受"  # rare as surnames: 由张伟书记总结
_BEFORE_CLAUSE = re.compile(rf"[，。；：！？\n　 {_LEADS_IN}]|日|[上下]午|政府|[市县区省]委|书记和|长和")
_OTHER_NAME = re.compile(r"(?<=[一-龥])（[一-龥]{2,10}[区局办委会]）(?=[一-龥])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `[start, end)` with the post written for it; `begin` is where post and name together begin."""

    begin: int
    start: int
    end: int
    name: str
    role: str


def find_people(text: str) -> tuple[Person, ...]:
    """Return everyone whom `text` names with a post, in order, each once with the first post written.

    Somebody merely talked about, without a post, is not listed.
    """
    people: dict[str, Person] = {}
    for mention in find_mentions(text):
        people.setdefault(mention.name, Person(mention.name, mention.role))
    return tuple(people.values())


@lru_cache(maxsize=2)  # asked for the people and for who acts
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Return each place where a name stands with its post, in order, without overlap."""
    found: list[Mention] = []
    for mention in sorted((*_after_post(text), *_before_post(text), *_before_group(text)), key=_place):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return tuple(found)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def match_post(text: str, at: int) -> re.Match[str] | None:
    """Return the post that stands at `at` (副市长), or None."""
    return _post_at().match(text, at)


@cache
def _post_at() -> re.Pattern[str]:
    return re.compile(f"副?{_post().pattern}")


@cache
def _post() -> re.Pattern[str]:
    posts = sorted((r["post"] for r in load_table("posts", ("post", "field"), "post")), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(posts)})(?!会)")


@cache
def _rule(kind: str) -> re.Pattern[str]:
    return next(rule.pattern for rule in load_rules("person") if rule.kind == kind)


def _after_post(text: str) -> Iterator[Mention]:
    """区委副书记、区长张伟; 区领导李某、王某; 副县长（提名人选）张伟."""
    bound = 0
    for post in _post().finditer(text):
        status = _rule("status").match(text, post.end())
        role_end = status.end() if status else post.end()
        start = role_end + (text[role_end : role_end + 1] in {" ", "　"})
        if start < bound or (end := find_name(text, start)) is None:
            continue
        begin = _begin_of_role(text, bound, post.end())
        role = text[begin:role_end]
        if "等" in role:
            continue  # 市纪委等单位领导应邀参加: nobody is named
        yield Mention(begin, start, end, text[start:end], role)
        while (join := _JOIN.match(text, end)) and (after := find_name(text, join.end())):
            if _post().search(text, join.end(), after) or _is_of_group(text, join):
                break
            yield Mention(join.end(), join.end(), after, text[join.end() : after], role)
            end = after
        bound = end


def _is_of_group(text: str, join: re.Match[str]) -> bool:
    """Say whether the names behind 以及 get their own post behind them: 以及张某、李某等市领导."""
    group = _rule("group").search(text, join.end(), join.end() + _GROUP_AHEAD)
    return join.group() == "以及" and group is not None and not _BREAK.search(text, join.end(), group.start())


def _begin_of_role(text: str, bound: int, end: int) -> int:
    """Go left over posts joined by 、 until the sentence, another name or something that is no post."""
    left = max(bound, end - _ROLE_LONG)
    inner = [m.span() for m in _OTHER_NAME.finditer(text, left, end)]  # 湘江新区（长沙高新区）管委会主任
    for mark in _BREAK.finditer(text, left, end):
        if not any(a <= mark.start() < b for a, b in inner):
            left = mark.end()
    items = text[left:end].split("、")
    begin = end - len(items[-1])
    for item in reversed(items[:-1]):
        if not (last := _last_post(item)) or last != len(item):
            break
        begin -= len(item) + 1
    if lead := _rule("lead").match(text[begin:end]):
        begin += lead.end()
    return begin


def _last_post(item: str) -> int:
    return max((m.end() for m in _post().finditer(item)), default=0)


def _before_post(text: str) -> Iterator[Mention]:
    """王娟副市长主持会议."""
    for start in (0, *(mark.end() for mark in _BEFORE_CLAUSE.finditer(text))):
        if not may_open_name(text, start) or text[start] in _LEADS_IN:
            continue
        for end in (start + 2, start + 3):
            post = match_post(text, end)
            if post and is_name(text[start:end]) and _rule("acts").match(text, post.end()):
                yield Mention(start, start, end, text[start:end], post.group())
                break


def _before_group(text: str) -> Iterator[Mention]:
    """杨素卿、孟维君等市领导参加."""
    for group in _rule("group").finditer(text):
        left = max(0, group.start() - 80)
        for mark in _BREAK.finditer(text, left, group.start()):
            left = mark.end()
        at = left
        for name in re.split(r"(、|以及|和|及)", text[left : group.start()]):
            if is_name(name):
                yield Mention(at, at, at + len(name), name, group["role"])
            at += len(name)
