"""Finds who is to act in a segment, and in what role."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from ecoledger.extract.organ import find_mentions
from ecoledger.model import Body, Reason
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.extract.organ import Mention
    from ecoledger.model import Region, Role
    from ecoledger.rules.loader import Rule

_GAP = re.compile(r"(?:、|和|及|与|以及|及其|或)?")
_CLAUSE = re.compile(r"[，。；：！？\n（(]")
_AUTONOMOUS = "自治区"
_OWN = ("自治县", "自治旗", "区", "县", "旗")  # these say the place itself: the 区 of a city is one of many
_OURS = re.compile(r"^[我本](?=[省市州盟区县旗].)")
_SIGNS = (_AUTONOMOUS, "自治州", "省", "市", "州", "盟", *_OWN)
_GENERAL = "（、级直两区县市"  # 县（区）两级, 市县: many places, not one
_LOCAL = ("部门", "局", "办", "办公室", "指挥部", "督查室")
_WATCHERS = ("人大", "政协")
_NAMED = ("list", "lead", "named")  # what introduces a list of names, be it in another clause
_LISTED = ("body.organ", "body.department")
_HEAD = 80  # characters before a name that can give it a role
_TAIL = 60  # and behind it


def find_bodies(
    text: str, start: int, end: int, region: Region | None, places: Sequence[str] = ()
) -> tuple[Body, ...]:
    """Return the bodies that are to act in `text[start:end]`; offsets are in `text`.

    Mere objects of an action are none. `name` is bound to `region` where the words are relative (区生态环境局);
    `places` are further names of divisions that may stand for their governments.
    """
    segment = text[start:end]
    bodies = []
    for group in _groups(segment, find_mentions(segment, region, places)):
        formula = group[0].kind == "formula"
        roles = [_formula(segment, group[0])] if formula else _roles(segment, group)
        for mention, (role, rule) in zip(group, roles, strict=True):
            if role is not None:
                bodies.append(
                    Body(
                        start=start + mention.start,
                        end=start + mention.end,
                        text=mention.text,
                        name=_bind(mention, region),
                        organ=mention.organ,
                        role=role,
                        rule=rule,
                        reasons=(
                            _name_reason(start, mention),
                            _role_reason(start, segment, group, mention, rule),
                        ),
                    )
                )
    return tuple(bodies)


def _name_reason(shift: int, mention: Mention) -> Reason:
    """Return what read the name: a row of the catalogue of organs, or a rule."""
    rule = f"organ.csv:{mention.organ}" if mention.rule in _LISTED and mention.organ else mention.rule
    return Reason("name", rule, mention.text, shift + mention.start)


def _role_reason(
    shift: int, segment: str, group: Sequence[Mention], mention: Mention, rule_id: str
) -> Reason:
    """Return what gave a name of `group` its role: words before or behind the group, or the name itself."""
    rule = next((r for r in load_rules("body") if r.id == rule_id), None)
    first, last = group[0], group[-1]
    start, found = 0, None
    if rule is not None and rule.kind == "before":
        start = max(0, first.start - _HEAD)
        if rule.value not in _NAMED:
            start += _clause_start(segment[start : first.start])
        found = rule.pattern.search(segment[start : first.start])
    elif rule is not None and rule.kind == "after":
        found = rule.pattern.match(segment, last.end)
    if not found:
        return Reason("role", rule_id, mention.text, shift + mention.start)
    return Reason("role", rule_id, found.group(), shift + start + found.start())


Reading = tuple["Role | None", str]
_NOBODY: Reading = (None, "")


def _groups(segment: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Put together the names of one list: A、B和C."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _joined(segment, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _joined(segment: str, left: Mention, right: Mention) -> bool:
    if "formula" in (left.kind, right.kind):
        return False
    return _GAP.fullmatch(segment[left.end : right.start]) is not None


def _roles(segment: str, group: Sequence[Mention]) -> list[Reading]:
    first, last = group[0], group[-1]
    before = segment[max(0, first.start - _HEAD) : first.start]
    head = before[_clause_start(before) :]
    after = _after(segment, last.end)
    verb = after if after is not None and after.value == "act" else None
    subject = after if verb is None and not _is_object(head, segment, last, after) else None
    if (named := _before(before, _NAMED)) is not None:
        return _named_roles(named, len(group))
    if (urged := _before(head, ("cause",))) is not None:
        return [("responsible", urged.id) if after else _NOBODY] * len(group)
    if subject is not None:
        return [_subject(mention, subject, head) for mention in group]
    if (led := _before(head, ("responsible", "support"))) is not None:
        return [(cast("Role", led.value), led.id)] * len(group)
    return _by_default(segment, group, head, after)


def _by_default(segment: str, group: Sequence[Mention], head: str, after: Rule | None) -> list[Reading]:
    """Read names that no modal and no verb before them makes actors."""
    last = group[-1]
    if (charged := _before(head, ("charge",))) is not None and _says(
        "duty", segment[last.end : last.end + _TAIL]
    ):
        return [("responsible", charged.id)] * len(group)
    if _is_object(head, segment, last, after):
        return [_NOBODY] * len(group)
    acts = (after is not None and after.value == "act") or (
        last.kind == "place" and _says("goal", segment[last.end : last.end + _TAIL])
    )
    opens = _says("opening", head) and acts and not _says("past", segment)
    return [
        ("responsible", m.rule) if m.kind == "strong" or (opens and m.kind != "society") else _NOBODY
        for m in group
    ]


def _formula(segment: str, mention: Mention) -> Reading:
    rule = next(r for r in load_rules("body") if r.id == mention.rule)
    if _says("system", segment[mention.end : mention.end + _TAIL]):
        return cast("Role", rule.value), rule.id
    return None, ""


def _named_roles(rule: Rule, count: int) -> list[Reading]:
    if rule.value == "list":
        return [("lead" if number == 0 and count > 1 else "responsible", rule.id) for number in range(count)]
    return [("support" if rule.value == "named" else "lead", rule.id)] * count


def _subject(mention: Mention, rule: Rule, head: str) -> Reading:
    if rule.value == "watch":
        return "support" if any(word in mention.text for word in _WATCHERS) else "responsible", rule.id
    if (before := _before(head, ("support",))) is not None and rule.value == "responsible":
        return "support", before.id
    return cast("Role", rule.value), rule.id


def _is_object(head: str, segment: str, last: Mention, after: Rule | None) -> bool:
    if any(r.pattern.search(head) for r in _rules("object_before")):
        return not (after is not None and after.value in ("lead", "support"))
    return any(r.pattern.match(segment, last.end) for r in _rules("object_after"))


def _before(head: str, values: tuple[str, ...]) -> Rule | None:
    return next((r for r in _rules("before") if r.value in values and r.pattern.search(head)), None)


def _after(segment: str, end: int) -> Rule | None:
    return next((r for r in _rules("after") if r.pattern.match(segment, end)), None)


def _says(kind: str, words: str) -> bool:
    return any(rule.pattern.search(words) for rule in _rules(kind))


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules("body") if rule.kind == kind)


def _clause_start(words: str) -> int:
    return max((m.end() for m in _CLAUSE.finditer(words)), default=0)


def _bind(mention: Mention, region: Region | None) -> str:
    """Return the name with its place: 区生态环境局 in 贵池区 is 贵池区生态环境局."""
    words = mention.text
    if region is None or mention.organ is None or len(words) < 2:
        return words
    if any(words.startswith(place.name) for place in region.path):
        return words
    if mention.rule == "body.department":
        return f"{region.name}{words}部门"
    words = _OURS.sub("", words)
    if words[1] in _GENERAL:
        return mention.text
    sign = next((sign for sign in _SIGNS if words.startswith(sign)), None)
    if sign is None:
        return region.name + words if mention.kind == "organ" and words.endswith(_LOCAL) else words
    place = _place_of(region, sign)
    return place + words.removeprefix(sign) if place else mention.text


def _place_of(region: Region, sign: str) -> str | None:
    """Return the lowest place of the region's path that `sign` ends: 市 in 昆山市 is 昆山市, in 浦东新区 上海市."""
    if sign in _OWN:
        own = region.path[-1].name if region.path else region.name
        return own if own.endswith(sign) and not own.endswith(_AUTONOMOUS) else None
    return next((place.name for place in reversed(region.path) if place.name.endswith(sign)), None)
