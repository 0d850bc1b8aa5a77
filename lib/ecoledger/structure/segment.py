"""Cuts a clean text into segments, the units that take a label, and says who speaks each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ecoledger.model import Reason, Segment
from ecoledger.rules.loader import load_rules
from ecoledger.structure.actor import Actors, find_actors
from ecoledger.structure.speech import find_speech, find_subject

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

_TRIM = frozenset("，,：:、")


@cache
def _rule(kind: str) -> re.Pattern[str]:
    return next(rule.pattern for rule in load_rules("segment") if rule.kind == kind)


@dataclass(frozen=True, slots=True)
class Speeches:
    """The segments of a text, and who gives directives in it: names or 会议, in order, each with what says so."""

    segments: tuple[Segment, ...]
    voices: Mapping[str, Reason]


def split_segments(text: str) -> tuple[Segment, ...]:
    """Return every segment of `text`, in order, without overlap: `text[s.start:s.end] == s.text`.

    Enumerators, reporting heads (某某指出，) and final marks belong to no segment. The speaker holds for the
    rest of the speech: until another speaks, or the facts of the meeting are told.
    """
    return read_speeches(text).segments


@lru_cache(maxsize=2)  # asked for the meeting and for the segments
def read_speeches(text: str) -> Speeches:
    """Return the segments of `text` and whose directives they are; the centre merely quoted is no voice of it."""
    reader = _Reader(text, find_actors(text))
    segments = tuple(reader.read())
    said = {segment.speaker for segment in segments}
    return Speeches(segments, {voice: head for voice, head in reader.voices.items() if voice in said})


class _Reader:
    """Walks through the pieces of a text and remembers who is speaking and who acted last."""

    def __init__(self, text: str, actors: Actors) -> None:
        self.text = text
        self.actors = actors
        self.speaker: str | None = None
        self.head: Reason | None = None
        self.actor: str | None = None
        self.paragraph = -1
        self.opened = False
        self.voices: dict[str, Reason] = {}

    def read(self) -> Iterator[Segment]:
        for start, end, paragraph, counted in _pieces(self.text):
            if paragraph != self.paragraph:
                self.paragraph = paragraph
                if not self.opened and not counted and not _rule("continuation").match(self.text, start, end):
                    self.speaker = None
            yield from self._read_piece(start, end)

    def _read_piece(self, start: int, end: int) -> Iterator[Segment]:
        speech = find_speech(self.text, start, end, self.actors, self.actor)
        if speech is None:
            named = find_subject(self.text, start, end, self.actors)
            if named or _is_narration(self.text[start:end]):
                self.speaker = None
                self.actor = named or self.actor
            self.opened = False
            yield from self._segment(start, end, self.speaker, self.head)
            return
        if speech.begin > start:
            yield from self._segment(start, speech.begin, None, None)
        head = Reason("speaker", "speaker.verb", self.text[speech.begin : speech.start], speech.begin)
        if not speech.quoted:
            self.speaker, self.head = speech.speaker, head
            if speech.speaker:
                self.voices.setdefault(speech.speaker, head)
            if speech.speaker in self.actors.names:
                self.actor = speech.speaker
        said = tuple(self._segment(speech.start, end, speech.speaker, head))
        self.opened = not said
        yield from said

    def _segment(self, start: int, end: int, speaker: str | None, head: Reason | None) -> Iterator[Segment]:
        while start < end and _is_edge(self.text[start]):
            start += 1
        while end > start and _is_edge(self.text[end - 1]):
            end -= 1
        words = self.text[start:end]
        if any(c.isalnum() for c in words):
            yield Segment(start, end, words, speaker, self.paragraph, head if speaker else None)


def _is_narration(words: str) -> bool:
    return bool(_rule("narration").search(words)) and not _rule("order").search(words)


def _is_edge(mark: str) -> bool:
    return mark.isspace() or mark in _TRIM


def _pieces(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield (start, end, paragraph, after an enumerator) for each piece between two boundaries."""
    cuts = [(m.start(), m.end(), False) for m in _rule("mark").finditer(text)]
    cuts += [(m.start(), m.end(), True) for m in _rule("enumerator").finditer(text)]
    at, counted, paragraph, line = 0, False, 0, 0
    for start, end, enumerator in [*sorted(cuts), (len(text), len(text), False)]:
        if start > at and text[at:start].strip():
            paragraph += text.count("\n", line, at)
            line = at
            yield at, start, paragraph, counted
            counted = False
        at = max(at, end)
        counted = enumerator or (counted and start == end)
