"""Who chaired a meeting, and who spoke at it, by the verbs behind their names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ecoledger.model import Reason
from ecoledger.structure.meeting_name import meeting_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.structure.actor import Actors
    from ecoledger.structure.person import Mention

_REACH = 60
_SUBJECT_WITHIN = 12
"""Words of time that may stand before the subject of a sentence."""
_ROW = re.compile(r"(?:同志)?(?:、|，|和|及|与|以及)")


def find_chair(text: str, actors: Actors) -> tuple[str, Reason] | None:
    """Return who chairs, and what says so: 某某主持会议 first, then 某某…，并主持召开现场会, then 某某召开座谈会."""
    kinds = ("chaired", "then_chaired", "convened_by")
    return next((found for kind in kinds for found in _found(text, actors, kind, "chair")), None)


def find_speechmakers(text: str, actors: Actors) -> dict[str, Reason]:
    """Return those of whom `text` says only that they gave a speech (出席会议并讲话), and what says so."""
    found: dict[str, Reason] = {}
    for kind in ("spoke", "then_spoke"):
        for name, reason in _found(text, actors, kind, "speaker"):
            found.setdefault(name, reason)
        if found:
            break
    return found


def _found(text: str, actors: Actors, kind: str, value: str) -> Iterator[tuple[str, Reason]]:
    present = [m for m in actors.mentions if not actors.is_absent(m.name)]
    acts = {"spoke": _spoke, "then_chaired": _then_chaired, "then_spoke": _then_spoke}.get(kind, _acts)
    for mention, end in acts(text, present, kind):
        yield mention.name, Reason(value, f"meeting.{kind}", text[mention.begin : end], mention.begin)


def _acts(text: str, present: list[Mention], kind: str) -> Iterator[tuple[Mention, int]]:
    """Give those right behind whose name the words of `kind` stand, and where these end."""
    for mention in present:
        act = meeting_rule(kind).match(text[mention.end : mention.end + _REACH])
        if act and not any(mention.end <= m.begin < mention.end + act.end() for m in present):
            yield mention, mention.end + act.end()


def _spoke(text: str, present: list[Mention], kind: str) -> Iterator[tuple[Mention, int]]:
    """Give those who spoke, and those named in a row with them: 市委书记某、市长某出席会议并讲话."""
    spoke = {mention.start: end for mention, end in _acts(text, present, kind)}
    for left, right in reversed(list(pairwise(present))):
        if right.start in spoke and _ROW.fullmatch(text, left.end, right.begin):
            spoke[left.start] = spoke[right.start]
    yield from ((mention, spoke[mention.start]) for mention in present if mention.start in spoke)


def _then_chaired(text: str, present: list[Mention], _: str) -> Iterator[tuple[Mention, int]]:
    for act in meeting_rule("then_chaired").finditer(text):
        begin = _begin_of_sentence(text, act.start())
        yield from ((m, act.end()) for m in present if begin <= m.begin < act.start())


def _then_spoke(text: str, present: list[Mention], _: str) -> Iterator[tuple[Mention, int]]:
    for act in meeting_rule("then_spoke").finditer(text):
        begin = _begin_of_sentence(text, act.start())
        subject = next((m for m in present if begin <= m.begin < act.start()), None)
        if subject and subject.begin <= begin + _SUBJECT_WITHIN:
            yield subject, act.end()


def _begin_of_sentence(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
