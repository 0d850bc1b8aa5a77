"""The name of the meeting a text tells of, in the shortest complete form the text itself has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.rules.gate import find_in_parts
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERB_LONG = len("召开")
_KINDS = ("held", "opens", "attended", "speech_at")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A meeting's `name`, standing at `[start, end)`; `generic`: 会议 and no more. The rule of `kind` found it."""

    name: str
    start: int
    end: int
    generic: bool
    kind: str


@cache
def meeting_rule(kind: str) -> re.Pattern[str]:
    """Return the rule of `kind` in rules/meeting.toml."""
    return next(rule.pattern for rule in load_rules("meeting") if rule.kind == kind)


def find_meeting_names(text: str) -> tuple[Named, ...]:
    """Return every meeting that `text` tells of as held, opened or attended, in order of place."""
    return tuple(sorted(_candidates(text), key=lambda n: (n.start, n.end)))


def _candidates(text: str) -> Iterator[Named]:
    told: dict[str, list[re.Match[str]]] = {kind: [] for kind in _KINDS}
    for rule, match in find_in_parts("meeting", text, _LINE, *_KINDS):
        told[rule.kind].append(match)
    held = {found.start(): _read(found, "held") for found in told.pop("held")}
    yield from held.values()
    for kind, matches in told.items():
        for found in matches:
            named = _read(found, kind)
            inner = held.get(found.end() - _VERB_LONG)
            if kind == "opens" and inner and not inner.generic:
                continue  # 常委会召开座谈会: the body that calls is not the meeting
            yield named


def _read(found: re.Match[str], kind: str) -> Named:
    start, end = found.span("name")
    if (lead := meeting_rule("lead").match(found["name"])) and lead.end() < end - start:
        start += lead.end()
    end = _close(found.string, start, end)
    name = found.string[start:end]
    return Named(name, start, end, bool(meeting_rule("generic").search(name)), kind)


def _close(text: str, start: int, end: int) -> int:
    """Return where a name ends that opens a bracket: behind the bracket's other half, else before it."""
    opened = text.rfind("（", start, end)
    if opened < 0 or text.find("）", opened, end) >= 0:
        return end
    return end + 1 if text[end : end + 1] == "）" else max(opened, start + 1)
