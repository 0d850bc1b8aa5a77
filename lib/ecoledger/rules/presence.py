"""A quick look whether a text holds the words without which a rule finds nothing there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.lexicon.any_word import any_word
from ecoledger.rules.literal import required_literals

if TYPE_CHECKING:
    from ecoledger.rules.loader import Rule


def may_find(rule: Rule, text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether `rule` may find anything in `text[start:end]`; where it returns False, there is nothing.

    For rules that are tried on a text by themselves: those tried together on the same text have a gate.
    """
    return _signs(rule.source).search(text, start, len(text) if end is None else end) is not None


def may_any_find(rules: tuple[Rule, ...], text: str) -> bool:
    """Return whether any of `rules` may find anything in `text`."""
    return _signs(*[rule.source for rule in rules]).search(text) is not None


@cache
def _signs(*sources: str) -> re.Pattern[str]:
    literals = [required_literals(source)[:1] for source in sources]
    return re.compile(any_word(frozenset().union(*(one for (one,) in literals))) if all(literals) else "")
