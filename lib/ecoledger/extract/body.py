"""Finds who is to act in a segment, and in what role."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ecoledger.extract.body_name import bind_name
from ecoledger.extract.body_role import CLAUSE, HEAD, NAMED, clause_start, read_formula, read_roles
from ecoledger.extract.organ import find_mentions
from ecoledger.model import Body, Reason
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.extract.organ import Mention
    from ecoledger.model import Region

_GAP = re.compile(r"(?:、|和|及|与|以及|及其|或)?")
_CHARGED = "body.before.charge"
_DUTY_OF_OTHERS = re.compile(r"压[紧实]|夯实|织密")
_EACH = "body.collective.each"
_LEADERS = "body.collective.leaders"
_LISTED = ("body.organ", "body.department")
_LEAD_IN = re.compile(
    r"(要求|希望|号召|责成|督促)(?:(?<=要求)，)?$"
)  # a reporting verb right before a segment calls on its subject


def find_bodies(
    text: str, start: int, end: int, region: Region | None, places: Sequence[str] = ()
) -> tuple[Body, ...]:
    """Return the bodies that are to act in `text[start:end]`; offsets are in `text`.

    Mere objects of an action are none. `name` is bound to `region` where the words are relative (区生态环境局);
    `places` are further names of divisions that may stand for their governments.
    """
    segment = text[start:end]
    led = _is_led(text, start) or "牵头" in segment
    lead_in = _LEAD_IN.search(text, max(0, start - 3), start)
    bodies: list[Body] = []
    for group in _groups(segment, find_mentions(segment, region, places)):
        formula = group[0].kind == "formula"
        call = lead_in.group(1) if lead_in and group[0].start == 0 else ""
        roles = [read_formula(segment, group[0])] if formula else read_roles(segment, group, call, led=led)
        for mention, (role, rule) in zip(group, roles, strict=True):
            if role is not None and not _is_own_duty(segment, mention, rule, bodies, start):
                bodies.append(
                    Body(
                        start=start + mention.start,
                        end=start + mention.end,
                        text=mention.text,
                        name=bind_name(mention, region),
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


def _is_led(text: str, start: int) -> bool:
    """Say whether the bracket or sentence that a segment goes on with has named who leads."""
    begin = max(text.rfind(mark, 0, start) for mark in "（(。\n") + 1
    return "牵头" in text[begin:start]


def _is_own_duty(segment: str, mention: Mention, rule_id: str, bodies: Sequence[Body], shift: int) -> bool:
    """Say whether a duty is that of the subject itself: 各乡镇要落实属地责任."""
    if rule_id != _CHARGED or not bodies or bodies[-1].rule == _CHARGED:
        return False
    between = segment[bodies[-1].end - shift : mention.start]
    return not CLAUSE.search(between) and not _DUTY_OF_OTHERS.search(between)


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
        start = max(0, first.start - HEAD)
        if rule.value not in NAMED:
            start += clause_start(segment[start : first.start])
        found = rule.pattern.search(segment[start : first.start])
    elif rule is not None and rule.kind == "after":
        found = rule.pattern.match(segment, last.end)
    if not found:
        return Reason("role", rule_id, mention.text, shift + mention.start)
    return Reason("role", rule_id, found.group(), shift + start + found.start())


def _groups(segment: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Put together the names of one list: A、B和C."""
    groups: list[list[Mention]] = []
    for mention in _with_leaders(mentions):
        if groups and _joined(segment, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _with_leaders(mentions: Sequence[Mention]) -> list[Mention]:
    """Return `mentions` with an organ and its leaders, a place and all of its bodies made one: 市政府|分管领导, 德庆县|各镇."""
    whole: list[Mention] = []
    for mention in mentions:
        if whole and whole[-1].end == mention.start and _is_part(whole[-1], mention):
            start, text = whole[-1].start, whole.pop().text + mention.text
            whole.append(replace(mention, start=start, text=text))
        else:
            whole.append(mention)
    return whole


def _is_part(left: Mention, right: Mention) -> bool:
    return right.rule == _LEADERS or (left.kind == "place" and right.rule == _EACH)


def _joined(segment: str, left: Mention, right: Mention) -> bool:
    if "formula" in (left.kind, right.kind):
        return False
    return _GAP.fullmatch(segment[left.end : right.start]) is not None
