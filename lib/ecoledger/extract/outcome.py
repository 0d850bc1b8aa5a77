"""Finds outcome clauses: the words that say what will be true once a commitment is kept."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.model import Reason, Target
from ecoledger.rules.gate import possible_in_parts
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecoledger.rules.narrowed import PossibleRule

OPENING = 60
"""No opening of a clause has more characters: so a run of one word costs no more than it should."""
_CLAUSE = re.compile(r"[^，,。；;：:！!？?\n]+")
_PREDICATE = re.compile(r"[^、]{2}(?:持续|稳步|更加|明显|显著|不断|全面)[^、]{1,6}$")
_AGAIN = re.compile(r"(?:最大限度|不断|持续|切实|有效)(?:提升|提高|改善|减少|降低|消除|增强)[^、]{3}")
_MARK = re.compile("、")
# what follows these belongs to their phrase: 围绕A的落实、实现B来安排
_FRAME = re.compile("[^、]{0,4}(?:为|围绕|对|在|通过|按照|根据|以|针对)")
_SENTENCE = "outcome.predicate"  # needs its own subject, which a part of a list may lack
_OBJECT = re.compile(r"[让使把将](?:(?!成为|变成|变为|转化)[^，。；]){2,40}")
_BECOMES = re.compile(r"，(?:成为|变成|变为|转化为)[^，。；！？\n]{2,40}")


def find_outcomes(text: str, start: int, end: int) -> tuple[Target, ...]:
    """Return the qualitative targets in `text[start:end]`, in order and without overlap.

    推动A持续改善、B稳步提升 are two targets: each part says of its own subject what will be. So are 不断减少A、不断提升B.
    """
    targets: list[Target] = []
    for opens, closes, rules in possible_in_parts("outcome", text[start:end], _CLAUSE, "outcome"):
        if not rules:
            continue
        found = _find_first(text, start + opens, start + closes, rules)
        found = found or _find_later(text, start + opens, start + closes, rules)
        if found is not None:
            left, right, rule = found
            right = _whole(text, left, right, end)
            targets += [_target(text, a, b, rule) for a, b in _parts(text, left, right)]
    return tuple(targets)


def _find_later(
    text: str, start: int, end: int, rules: Sequence[PossibleRule]
) -> tuple[int, int, str] | None:
    """Return the outcome that begins right behind a 、 of a clause: 解决突出问题、补齐工作短板."""
    if _FRAME.match(text, start, end):
        return None
    for mark in _MARK.finditer(text, start, end):
        found = _find_first(text, mark.end(), end, rules)
        if found is not None and found[2] != _SENTENCE:
            return found
    return None


def _whole(text: str, start: int, right: int, end: int) -> int:
    """Return where an outcome ends that says in the next clause what becomes of its object: 让青山绿水，变成金山银山."""
    goes_on = _OBJECT.fullmatch(text, start, right) and _BECOMES.match(text, right, end)
    return goes_on.end() if goes_on else right


def _target(text: str, start: int, end: int, rule: str) -> Target:
    words = text[start:end].strip()
    start = text.index(words, start)
    reason = Reason("outcome", rule, words, start)
    return Target(start, start + len(words), words, kind="qualitative", rule=rule, reasons=(reason,))


def _find_first(
    text: str, start: int, end: int, rules: Sequence[PossibleRule]
) -> tuple[int, int, str] | None:
    """Return (start, end, rule) of the outcome that begins first in a clause, the longest of these."""
    opening = _opening()
    found = [
        (match.start(), -match.end(), rule.id)
        for rule in rules
        for match in rule.pattern.finditer(text, start, end)
        if match.start() - start <= OPENING and opening.search(text[start : match.start()].lstrip())
    ]
    if not found:
        return None
    left, right, rule_id = min(found)
    return left, -right, rule_id


@cache
def _opening() -> re.Pattern[str]:
    return next(rule.pattern for rule in load_rules("outcome") if rule.kind == "opening")


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    parts = text[start:end].split("、")
    apart = all(_PREDICATE.search(part) for part in parts) or all(_AGAIN.match(part) for part in parts)
    if len(parts) == 1 or not apart:
        yield start, end
        return
    at = start
    for part in parts:
        yield at, at + len(part)
        at += len(part) + 1
