"""Finds outcome clauses: the words that say what will be true once a commitment is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.model import Target
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    import re


def find_outcomes(text: str, start: int, end: int) -> tuple[Target, ...]:
    """Return the qualitative targets in `text[start:end]`, in order and without overlap."""
    found: list[tuple[re.Match[str], str]] = [
        (match, rule.id)
        for rule in load_rules("outcome")
        for match in rule.pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda f: (f[0].start(), -f[0].end()))
    targets: list[Target] = []
    for match, rule in found:
        if not targets or match.start() >= targets[-1].end:
            targets.append(Target(match.start(), match.end(), match.group(), kind="qualitative", rule=rule))
    return tuple(targets)
