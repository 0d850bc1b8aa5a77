"""Who chaired a meeting, and who spoke at it, by the verbs behind their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.model import Reason
from ecoledger.structure.meeting_name import meeting_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.structure.actor import Actors
    from ecoledger.structure.person import Mention

_REACH = 60


def find_chair(text: str, actors: Actors) -> tuple[str, Reason] | None:
    """Return who chairs, and what says so: 某某主持会议 first, then 某某…，并主持召开现场会, then 某某召开座谈会."""
    kinds = ("chaired", "then_chaired", "convened_by")
    return next((found for kind in kinds for found in _found(text, actors, kind, "chair")), None)


def find_speechmakers(text: str, actors: Actors) -> dict[str, Reason]:
    """Return those of whom `text` says only that they gave a speech (出席会议并讲话), and what says so."""
    found: dict[str, Reason] = {}
    for name, reason in _found(text, actors, "spoke", "speaker"):
        found.setdefault(name, reason)
    return found


def _found(text: str, actors: Actors, kind: str, value: str) -> Iterator[tuple[str, Reason]]:
    present = [m for m in actors.mentions if not actors.is_absent(m.name)]
    acts = _then_chaired(text, present) if kind == "then_chaired" else _acts(text, present, kind)
    for mention, end in acts:
        yield mention.name, Reason(value, f"meeting.{kind}", text[mention.begin : end], mention.begin)


def _acts(text: str, present: list[Mention], kind: str) -> Iterator[tuple[Mention, int]]:
    """Give those right behind whose name the words of `kind` stand, and where these end."""
    for mention in present:
        act = meeting_rule(kind).match(text[mention.end : mention.end + _REACH])
        if act and not any(mention.end <= m.begin < mention.end + act.end() for m in present):
            yield mention, mention.end + act.end()


def _then_chaired(text: str, present: list[Mention]) -> Iterator[tuple[Mention, int]]:
    for act in meeting_rule("then_chaired").finditer(text):
        begin = max(text.rfind(mark, 0, act.start()) for mark in "。！？\n") + 1
        yield from ((m, act.end()) for m in present if begin <= m.begin < act.start())
