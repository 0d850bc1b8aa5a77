"""Finds words of time and resolves them against a reference date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ecoledger.extract.period_resolution import resolve_period
from ecoledger.model import Certainty, Span
from ecoledger.rules.gate import possible_rules
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.rules.narrowed import PossibleRule


# One of these stands in all words of time; most segments have none and are spared the rules.
_SIGN = re.compile(
    r"[年月日号季周天期节冬春汛暖底末前]|星期|世纪|[改查]|坚持|今后|以来|下一|时[限间]|限时|按|尽[快早]|小时|立即"
)


_STRETCHES = ("period", "edge", "point")  # their last day is meant where 到 or 前 stands beside them
_JOINTS = ("、", "和")


@dataclass(frozen=True, slots=True)
class Period(Span):
    """Words of time: `kind` and `manner` as in rules/deadline.toml (kind, value).

    `begin` and `due` are None where they cannot be resolved.
    """

    kind: str
    manner: str
    rule: str
    begin: dt.date | None
    due: dt.date | None
    certainty: Certainty


@lru_cache(maxsize=1024)  # asked for the deadlines of all segments, then for those that are over
def find_periods(text: str, reference: dt.date | None) -> tuple[Period, ...]:
    """Return the words of time in `text` in order, resolved against `reference`.

    Without a reference, words that need one (年底前) stay open: `due` is None.
    """
    if not _SIGN.search(text):
        return ()
    matches = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(possible_rules("deadline", text))
        for match in rule.pattern.finditer(text)
    ]
    found: list[Period] = []
    for start, _, _, rule, match in sorted(matches, key=lambda m: m[:3]):
        if found and start < found[-1].end:
            continue
        joined = bool(found) and found[-1].kind == "due" and text[found[-1].end : start] in _JOINTS
        found.append(_resolve(text, rule, match, reference, joined=joined))
    return tuple(found)


def says(kind: str, words: str) -> bool:
    """Tell whether a rule of `kind` in rules/deadline_context.toml finds anything in `words`."""
    return any(r.kind == kind and r.pattern.search(words) for r in load_rules("deadline_context"))


def _resolve(
    text: str, rule: PossibleRule, match: re.Match[str], reference: dt.date | None, *, joined: bool
) -> Period:
    """Read one match; `joined` tells that it goes on a list of last days (到2025年、2030年)."""
    groups = {name: words for name, words in match.groupdict().items() if words}
    kind = rule.kind
    if kind in _STRETCHES and (
        joined
        or "before" in groups
        or "end" in groups
        or says("by", text[max(0, match.start() - 8) : match.start()])
    ):
        kind = "due"
    begin, due, certainty = resolve_period(rule.value, groups, reference)
    if kind == "due":
        begin = None
    return Period(match.start(), match.end(), match.group(), kind, rule.value, rule.id, begin, due, certainty)
