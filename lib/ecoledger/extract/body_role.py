"""Reads in what role the bodies of a list are to act: as lead, in support, responsible, or not at all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.extract.organ import Mention
    from ecoledger.model import Role
    from ecoledger.rules.loader import Rule

CLAUSE = re.compile(r"[，。；：！？\n（(]")
HEAD = 80  # characters before a name that can give it a role
NAMED = ("list", "lead", "named")  # what introduces a list of names, be it in another clause
_TAIL = 60  # characters behind a name that can
_STAFF = re.compile(r"的(?:广大|全体)?[^，。；：、的要应]{0,4}(?:干部职工|干部|职工|同志们?|党员|人员)")
_WATCHERS = ("人大", "政协")

Reading = tuple["Role | None", str]
_NOBODY: Reading = (None, "")


def read_formula(segment: str, mention: Mention) -> Reading:
    """Return the role of a part of a system of governance: 党委领导、政府主导…的格局."""
    rule = next(r for r in load_rules("body") if r.id == mention.rule)
    if _says("system", segment[mention.end : mention.end + _TAIL]):
        return cast("Role", rule.value), rule.id
    return _NOBODY


def read_roles(segment: str, group: Sequence[Mention], call: str, *, led: bool) -> list[Reading]:
    """Return the role of each name of a list in `segment`, and the id of the rule that gave it; None: does not act.

    `call` is the reporting verb right before the list where it opens the segment (要求); `led`: somebody else
    has been named as lead.
    """
    first, last = group[0], group[-1]
    before = call + segment[max(0, first.start - HEAD) : first.start]
    head = before[clause_start(before) :]
    after = _after(segment, last.end)
    is_object = _is_object(head, segment, last, after)
    subject = after if after is not None and after.value != "act" and not is_object else None
    if (named := _before(before, NAMED)) is not None:
        return _named_roles(named, len(group), led=led)
    if (urged := _before(head, ("cause",))) is not None:
        acts = after is not None or (call and not is_object)
        return [("responsible", urged.id) if acts else _NOBODY] * len(group)
    if subject is not None:
        first_leads = subject.value == "listed" and first.kind == "organ" and len(group) > 1 and not led
        roles = [_subject(mention, subject, head) for mention in group]
        return [("lead", subject.id), *roles[1:]] if first_leads else roles
    called = _before(head, ("responsible", "support"))
    if called is not None and not _is_founded(head) and not (call and is_object):
        return [(cast("Role", called.value), called.id)] * len(group)
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


def _named_roles(rule: Rule, count: int, *, led: bool) -> list[Reading]:
    if rule.value == "list":
        return [
            ("lead" if number == 0 and count > 1 and not led else "responsible", rule.id)
            for number in range(count)
        ]
    return [("support" if rule.value == "named" else "lead", rule.id)] * count


def _subject(mention: Mention, rule: Rule, head: str) -> Reading:
    if rule.value == "watch":
        return "support" if any(word in mention.text for word in _WATCHERS) else "responsible", rule.id
    if (before := _before(head, ("support",))) is not None and rule.value in ("responsible", "listed"):
        return "support", before.id
    return "responsible" if rule.value == "listed" else cast("Role", rule.value), rule.id


def _is_founded(head: str) -> bool:
    """Say whether the body is one to be set up: 设立川渝联合河长办."""
    return _says("founding", head)


def _end_with_staff(segment: str, end: int) -> int:
    """Return where a name ends with its people: 生态环境部门的执法人员."""
    staff = _STAFF.match(segment, end)
    return staff.end() if staff else end


def _is_object(head: str, segment: str, last: Mention, after: Rule | None) -> bool:
    if _says("object_drawn", head):
        return True
    if any(r.pattern.search(head) for r in _rules("object_before")):
        return not (after is not None and after.value in ("lead", "support"))
    end = _end_with_staff(segment, last.end)
    return any(r.pattern.match(segment, end) for r in _rules("object_after"))


def _before(head: str, values: tuple[str, ...]) -> Rule | None:
    return next((r for r in _rules("before") if r.value in values and r.pattern.search(head)), None)


def _after(segment: str, end: int) -> Rule | None:
    end = _end_with_staff(segment, end)
    return next((r for r in _rules("after") if r.pattern.match(segment, end)), None)


def _says(kind: str, words: str) -> bool:
    return any(rule.pattern.search(words) for rule in _rules(kind))


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules("body") if rule.kind == kind)


def clause_start(words: str) -> int:
    """Return where the last clause of `words` begins."""
    return max((m.end() for m in CLAUSE.finditer(words)), default=0)
