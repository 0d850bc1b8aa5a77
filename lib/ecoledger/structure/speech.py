"""Reported speech: who says it, and where the words themselves begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ecoledger.model import MEETING
from ecoledger.rules.loader import load_rules
from ecoledger.rules.presence import may_find
from ecoledger.structure.person import match_post

if TYPE_CHECKING:
    from ecoledger.rules.loader import Rule
    from ecoledger.structure.actor import Actors

_CLAUSE = re.compile(r"[，,：:]")
_HEAD_WITHIN = 300
"""A reporting verb further into a sentence than this is part of what is said."""
_BARE = {"强调", "指出", "要求"}
"""Verbs that may stand without a subject: 出席会议并讲话，强调要…."""
_DIRECT = {"强调", "指出", "要求", "希望"}
"""Verbs that may run on into the order without a mark: 县长希望企业做好…."""
_NOUNS = {"要求", "决定", "希望", "介绍"}
"""Verbs that are nouns as well: 落实大会要求，."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting head: the words before `begin` are narration, the speech itself starts at `start`.

    `quoted`: words of the centre cited inside someone's speech, which goes on after the sentence.
    """

    begin: int
    start: int
    speaker: str | None
    quoted: bool


@cache
def speech_rule(kind: str) -> re.Pattern[str]:
    """Return the rule of `kind` in rules/speaker.toml."""
    return next(rule.pattern for rule in load_rules("speaker") if rule.kind == kind)


@cache
def _verb() -> Rule:
    return next(rule for rule in load_rules("speaker") if rule.kind == "verb")


def find_speech(text: str, start: int, end: int, actors: Actors, actor: str | None) -> Speech | None:
    """Return the first reporting head in `text[start:end]`, or None; `actor` is whom 他 means."""
    within = min(end + 1, start + _HEAD_WITHIN)
    for verb in (
        _verb().pattern.finditer(text, start, within) if may_find(_verb(), text, start, within) else ()
    ):
        if verb.end() > end:
            break
        clauses = [start, *(m.end() for m in _CLAUSE.finditer(text, start, verb.start()))]
        speaker = _find_speaker(text, clauses, verb, actors, actor)
        if speaker is not None:
            name, quoted = speaker
            begin = start if _all_preface(text, clauses) else clauses[-1]
            return Speech(begin, verb.end(), name, quoted)
    return None


def find_subject(text: str, start: int, end: int, actors: Actors) -> str | None:
    """Return who is named at the head of `text[start:end]`, at most behind clauses of circumstance; else None."""
    for clause in (start, *(m.end() for m in _CLAUSE.finditer(text, start, end))):
        if name := actors.name_at(clause):
            return name
        comma = _CLAUSE.search(text, clause, end)
        if not comma or not speech_rule("preface").search(text[clause : comma.start()]):
            return None
    return None


def _find_speaker(
    text: str, clauses: list[int], verb: re.Match[str], actors: Actors, actor: str | None
) -> tuple[str | None, bool] | None:
    """Return the speaker and whether the words are a quotation, or None where nobody speaks."""
    clause = clauses[-1]
    words = text[clause : verb.start()]
    named = next((n for c in reversed(clauses) if (n := actors.name_at(c))), None)
    if not words:
        return _bare_speaker(text, clauses, verb, named, actor)
    found = actors.in_clause(clause, verb.start())
    named_to = _end_with_post(text, found.end) if found else 0
    if verb["direct"] is not None and not _is_plain(words, verb, named_to):
        return None
    if speech_rule("pronoun").search(words):
        return named or actor, False
    if found and speech_rule("gap").match(text[named_to : verb.start()]):
        return found.name, bool(speech_rule("quotation").search(words)) and actor not in (None, found.name)
    return None if _is_object(words, verb["verb"]) else _speaker_of_kind(words, actors, actor)


def _end_with_post(text: str, end: int) -> int:
    """Return where a name ends, with the post behind it where there is one (张伟书记)."""
    post = match_post(text, end)
    return post.end() if post else end


def _is_plain(words: str, verb: re.Match[str], named_to: int) -> bool:
    """Say whether a plain subject stands right before a verb that no mark follows (县长希望企业做好…)."""
    return verb["verb"] in _DIRECT and bool(named_to == verb.start() or speech_rule("plain").match(words))


def _speaker_of_kind(words: str, actors: Actors, actor: str | None) -> tuple[str | None, bool] | None:
    """Return who speaks where it is no name of someone present: the centre, a document or the meeting."""
    quoted = bool(speech_rule("quotation").search(words))
    if quoted and "总书记" in words:
        return actors.leader, actor != actors.leader
    if speech_rule("organ").search(words):
        return words, False
    if speech_rule("document").search(words):
        return None, False
    return (MEETING, quoted) if quoted or speech_rule("meeting").search(words) else None


def _is_object(words: str, verb: str) -> bool:
    """落实大会要求 demands nothing: 要求 and 决定 are nouns as well."""
    rule = speech_rule("object")
    return bool(rule.search(words) if verb in _NOUNS else rule.match(words))


def _bare_speaker(
    text: str, clauses: list[int], verb: re.Match[str], named: str | None, actor: str | None
) -> tuple[str | None, bool] | None:
    """Return who speaks where the verb has no subject of its own: who acted before in the sentence."""
    if verb["verb"] not in _BARE or (verb["direct"] is not None and verb["verb"] != "要求"):
        return None
    if len(clauses) == 1:
        return (actor, False) if verb["manner"] and verb["mark"] and actor else None
    if named:
        return named, False
    if any(speech_rule("convened").match(text, clause, verb.start()) for clause in clauses[:-1]):
        return MEETING, False
    first = text[clauses[0] : clauses[1] - 1]
    return (actor, False) if actor and speech_rule("circumstance").search(first) else None


def _all_preface(text: str, clauses: list[int]) -> bool:
    """Say whether every clause before the speaker only tells the circumstance (在听取汇报后，)."""
    pairs = pairwise(clauses)
    return all(speech_rule("preface").search(text[a : b - 1]) for a, b in pairs)
