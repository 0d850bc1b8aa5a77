"""Patterns of which only some alternatives can match in a text."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ecoledger.rules.alternative import Alternative
    from ecoledger.rules.loader import Rule

_GROUP = re.compile(r"\((?!\?)|\(\?P<")  # a bracket that keeps what it holds


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A pattern of which only some alternatives can match in a text: they find where, the whole pattern what."""

    whole: re.Pattern[str]
    alternatives: tuple[re.Pattern[str], ...]

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield what the whole pattern finds in `text[start:end]`."""
        while match := self.search(text, start, end):
            yield match
            start = match.end()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match of the whole pattern in `text[start:end]`."""
        first = -1
        for one in self.alternatives:
            match = one.search(text, start, end)
            if match and (first < 0 or match.start() < first):
                first = match.start()
        return None if first < 0 else self.whole.match(text, first, end)

    def sub(self, put: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with `put(match)` for each match."""
        pieces, at = [], 0
        for match in self.finditer(text):
            pieces += [text[at : match.start()], put(match)]
            at = match.end()
        return "".join((*pieces, text[at:]))


class PossibleRule(NamedTuple):
    """A rule that may find something: as Rule, the pattern as far as it can match."""

    id: str
    kind: str
    value: Any
    pattern: re.Pattern[str] | Narrowed


def narrow(rule: Rule, possible: Sequence[Alternative], *, whole: bool) -> PossibleRule:
    """Return `rule` with those of its alternatives that are `possible`; `whole`: these are all it has."""
    pattern: re.Pattern[str] | Narrowed
    if whole:
        pattern = rule.pattern
    elif len(possible) == 1 and not _GROUP.search(rule.source):
        pattern = _compile(possible[0].pattern)  # it finds what the whole would
    else:
        pattern = Narrowed(rule.pattern, tuple(_compile(one.pattern) for one in possible))
    return PossibleRule(rule.id, rule.kind, rule.value, pattern)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
