"""What a site wrote into the text of a report: runs of spam, notices, contacts between or inside its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.lexicon.spam import find_injected, is_spam, may_hold_spam
from ecoledger.rules.loader import load_rules
from ecoledger.structure.line import find_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.mapped import MappedText
    from ecoledger.rules.loader import Rule

_MARKS = tuple("。！？；，、")
_CLAUSES = re.compile("[，。；]")
_CAPTION = 3  # clauses that a caption does not have
_NEAR = 2  # lines
_BARE = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Injected:
    """How many places held spam, and how many notices of the site."""

    spam: int
    notices: int


def drop_injected(mapped: MappedText) -> tuple[MappedText, Injected]:
    """Return the page without what was written into its paragraphs, and how much that was.

    A line that is a notice as a whole goes only between two paragraphs: elsewhere it tells where the report ends.
    """
    rules = [rule for rule in load_rules("injected") if any(word in mapped.text for word in rule.value)]
    if not rules and not may_hold_spam(mapped.text):
        return mapped, Injected(0, 0)
    lines = mapped.text.split("\n")
    edits: list[tuple[int, int, str]] = []
    counts = {"spam": 0, "boilerplate": 0}
    at = 0
    for number, line in enumerate(lines):
        found = _find_in(line, rules) if line else []
        if found and not _goes(lines, number, found):
            found = []
        for start, end, kind in found:
            edits.append((at + start, at + end, ""))
            counts[kind] += 1
        at += len(line) + 1
    return (mapped.replace(edits) if edits else mapped), Injected(counts["spam"], counts["boilerplate"])


def _find_in(line: str, rules: Sequence[Rule]) -> list[tuple[int, int, str]]:
    found = [(start, end, "spam") for start, end in find_injected(line)]
    found += [
        (*_with_gap(line, *match.span()), rule.kind)
        for rule in rules
        if any(word in line for word in rule.value)
        for match in rule.pattern.finditer(line)
    ]
    apart: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(found):
        if apart and start < apart[-1][1]:
            first = apart.pop()
            apart.append((first[0], max(first[1], end), first[2]))
        else:
            apart.append((start, end, kind))
    return apart


def _goes(lines: list[str], number: int, found: list[tuple[int, int, str]]) -> bool:
    """Return whether what was found in a line is to be cut out of it; a line of spam goes whole, later."""
    line = lines[number]
    if not _is_rest(line, found):
        return _is_paragraph(_without(line, found), caption=find_kind(line) == "caption")
    if is_spam(line):
        return False
    return all(kind == "spam" for _, _, kind in found) or _is_between(lines, number)


def _without(line: str, found: list[tuple[int, int, str]]) -> str:
    for start, end, _ in reversed(found):
        line = line[:start] + line[end:]
    return line


def _is_paragraph(line: str, *, caption: bool) -> bool:
    """Return whether `line` is of the report; what stands before （资料图） is one sentence of the picture's caption."""
    return find_kind(line) == "prose" and (not caption or len(_CLAUSES.findall(line)) >= _CAPTION)


def _with_gap(line: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the gap behind it, and with the mark there where one stands before it as well."""
    while end < len(line) and line[end] == " ":
        end += 1
    if line[end : end + 1] in _MARKS and (not start or line[start - 1] in _MARKS):
        end += 1
    return start, end


def _is_rest(line: str, found: list[tuple[int, int, str]]) -> bool:
    """Return whether next to nothing stands in `line` beside what was found."""
    taken = sum(len(_BARE.sub("", line[start:end])) for start, end, _ in found)
    return taken * 2 > len(_BARE.sub("", line))


def _is_between(lines: list[str], number: int) -> bool:
    """Return whether sentences of the report stand right before and right behind the line."""
    before = next((line for line in reversed(lines[max(0, number - _NEAR) : number]) if line), "")
    behind = next((line for line in lines[number + 1 : number + 1 + _NEAR] if line), "")
    return find_kind(before) == "prose" and find_kind(behind) == "prose"
