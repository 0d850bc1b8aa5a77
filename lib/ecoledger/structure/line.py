"""The lines of a page, each with the kind that the rules of the page see in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from ecoledger.lexicon.spam import is_spam
from ecoledger.rules.gate import possible_rules

if TYPE_CHECKING:
    from ecoledger.rules.narrowed import PossibleRule

Kind = Literal[
    "frame", "end", "contact", "credit", "caption", "spam", "original_title", "dateline", "prose", "other"
]

_OTHER = re.compile("[^\u3400-\u9fff]")
_SENTENCE_END = re.compile("[。！？；…][”’）》」』]?$|[。]")
_SHORTEST_PROSE = 5  # Chinese characters with a sentence mark: 市领导出席会议。
_LONG = 40
_LONGEST_DATELINE = 120
_DATED = frozenset(("published", "bare", "signed", "updated", "moment"))
_LONG_NOTICE = 90
_SPAM = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """The line `[start, end)` of the clean page."""

    start: int
    end: int
    text: str
    kind: Kind


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that hold something, in order."""
    lines = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(at, at + len(line), line, find_kind(line)))
        at += len(line) + 1
    return tuple(lines)


def find_kind(line: str) -> Kind:
    """Return what `line` is by its own words."""
    if is_dateline(line):
        return "dateline"
    if is_spam(line):
        return "spam"
    for rule in possible_rules("page", line):
        if _speaks(rule, line):
            return rule.kind  # type: ignore[return-value]  # the kinds of page.toml are those of Kind, tested
    return "prose" if is_prose(line) else "other"


def _speaks(rule: PossibleRule, line: str) -> bool:
    """Return whether `rule` holds for `line`.

    A sentence is spam where a good part of it is; in a long paragraph, words of a site's notice must stand twice.
    """
    if rule.kind == "spam" and is_prose(line):
        return sum(len(match.group()) for match in rule.pattern.finditer(line)) >= _SPAM * len(line)
    times = 2 if rule.kind == "end" and len(line) > _LONG_NOTICE else 1
    return sum(1 for _ in islice(rule.pattern.finditer(line), times)) == times


def is_prose(line: str) -> bool:
    """Return whether `line` holds a sentence of Chinese."""
    han = len(line) - len(_OTHER.findall(line))
    return han * 2 > len(line) and (
        (han >= _SHORTEST_PROSE and _SENTENCE_END.search(line) is not None) or (han >= _LONG and "，" in line)
    )


def is_dateline(line: str) -> bool:
    """Return whether `line` states when or by whom the page was published, and no sentence."""
    if len(line) > _LONGEST_DATELINE or "。" in line:
        return False
    return any(rule.kind in _DATED and rule.pattern.search(line) for rule in possible_rules("dateline", line))
