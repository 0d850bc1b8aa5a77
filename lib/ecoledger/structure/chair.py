"""Who chaired a meeting, and who spoke at it, by the verbs behind their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.structure.meeting_name import meeting_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.structure.actor import Actors
    from ecoledger.structure.person import Mention

_REACH = 60


def find_chair(text: str, actors: Actors) -> str | None:
    """Return who chairs: 某某主持会议 first, then 某某…，并主持召开现场会, then 某某召开座谈会; else None."""
    return next(
        (m.name for kind in ("chaired", "then", "convened_by") for m in _found(text, actors, kind)), None
    )


def find_speechmakers(text: str, actors: Actors) -> tuple[str, ...]:
    """Return those of whom `text` says only that they gave a speech (出席会议并讲话)."""
    return tuple(dict.fromkeys(m.name for m in _found(text, actors, "spoke")))


def _found(text: str, actors: Actors, kind: str) -> Iterator[Mention]:
    present = [m for m in actors.mentions if not actors.is_absent(m.name)]
    if kind == "then":
        yield from _then_chaired(text, present)
        return
    for mention in present:
        act = meeting_rule(kind).match(text[mention.end : mention.end + _REACH])
        if act and not any(mention.end <= m.begin < mention.end + act.end() for m in present):
            yield mention


def _then_chaired(text: str, present: list[Mention]) -> Iterator[Mention]:
    for act in meeting_rule("then_chaired").finditer(text):
        begin = max(text.rfind(mark, 0, act.start()) for mark in "。！？\n") + 1
        yield from (m for m in present if begin <= m.begin < act.start())
