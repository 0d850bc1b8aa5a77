"""The meeting a report tells of: name, day, form, who chaired, who gave directives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ecoledger.model import MEETING, Issue, Meeting, Reason
from ecoledger.structure.actor import Actors, find_actors
from ecoledger.structure.chair import find_chair, find_speechmakers
from ecoledger.structure.meeting_date import find_meeting_date
from ecoledger.structure.meeting_name import Named, find_meeting_names, meeting_rule
from ecoledger.structure.segment import read_speeches

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ecoledger.model import Form, Segment
    from ecoledger.structure.meeting_date import Dated

_MASK = "□"


def read_meeting(
    text: str, title: str | None, published: dt.date | None
) -> tuple[Meeting | None, tuple[Issue, ...]]:
    """Return the meeting that `text` (a clean body) reports, and the doubts about its day.

    `title` helps where the body names no meeting; `published` gives the year, month or day that the text
    leaves out. An inspection is a meeting without a name. None where nobody met: a plan, a work report.
    """
    actors = find_actors(text)
    speeches = read_speeches(text)
    told = _mask_speech(text, speeches.segments)
    named = _main_name(told, actors)
    titled = next((n for n in find_meeting_names(title or "") if not n.generic), None)
    chair = find_chair(told, actors)
    speakers = {
        name: head
        for name, head in speeches.voices.items()
        if not actors.is_absent(name) and not _is_office(name, actors)
    } or find_speechmakers(told, actors)
    dated = find_meeting_date(told, named.start if named else _first_present(actors), title, published)
    inspected = dated is not None and _is_inspected(told, actors)
    if not (
        chair or speakers or titled or inspected or (named and dated and named.start < _first_paragraph(told))
    ):
        return None, ()
    met = named or titled or MEETING in speakers or find_meeting_names(told)
    if not (met or _is_inspection(told, title)):
        return None, ()
    name = named or titled
    day, words = (dated.day, dated.text) if dated else (None, None)
    meeting = Meeting(
        name.name if name else None,
        day,
        words,
        _form(told, name.name if name else None),
        chair[0] if chair else None,
        tuple(speakers),
        reasons=(
            *_named_and_dated(named, titled, dated),
            *(_as_written(reason, text) for reason in (*(chair or ())[1:], *speakers.values())),
        ),
    )
    issue = dated.issue if dated else Issue("date_missing", "文中没有写会议日期。")
    return meeting, (issue,) if issue else ()


def _named_and_dated(named: Named | None, titled: Named | None, dated: Dated | None) -> Iterator[Reason]:
    """Give what says the name of a meeting, in the text or in the title, and its day."""
    if name := named or titled:
        yield Reason("meeting", f"meeting.{name.kind}", name.name, named.start if named else None)
    if dated:
        yield Reason("date", dated.rule, dated.text, dated.start)


def _as_written(reason: Reason, text: str) -> Reason:
    """Return `reason`, which may have been found with speech blotted out, in the words of `text`."""
    start = reason.start or 0
    return replace(reason, text=text[start : start + len(reason.text)])


def _mask_speech(text: str, segments: tuple[Segment, ...]) -> str:
    """Return `text`, as long as before, with what people said blotted out: a meeting they mention is not this one."""
    told: list[str] = []
    at = 0
    for segment in segments:
        if segment.speaker:
            told += text[at : segment.start], _MASK * len(segment.text)
            at = segment.end
    return "".join((*told, text[at:]))


def _main_name(told: str, actors: Actors) -> Named | None:
    """Return the first meeting told of by its name; not one that someone absent held."""
    for named in find_meeting_names(told):
        begin = max(told.rfind(mark, 0, named.start) for mark in "。！？\n") + 1
        subject = actors.in_sentence(begin, named.start)
        if not named.generic and not (subject and actors.is_absent(subject.name)):
            return named
    return None


def _is_office(speaker: str, actors: Actors) -> bool:
    """Say whether an office that explains, not a person, a meeting or a group of inspectors, is speaking."""
    return speaker != MEETING and speaker not in actors.names and "组" not in speaker


def _first_paragraph(told: str) -> int:
    end = told.strip().find("\n")
    return end if end >= 0 else len(told)


def _is_inspection(told: str, title: str | None) -> bool:
    opening = told[: _first_paragraph(told)]
    return bool(meeting_rule("inspection").search(f"{title or ''}\n{opening}"))


def _first_present(actors: Actors) -> int:
    """Return where the first person with a post stands: an inspection is told of with him."""
    return next((m.begin for m in actors.mentions if m.role and not actors.is_absent(m.name)), 0)


def _is_inspected(told: str, actors: Actors) -> bool:
    """Say whether the first paragraph tells of somebody with a post who went to look."""
    opening = told[: _first_paragraph(told)]
    return any(
        mention.role and meeting_rule("inspects").match(told, mention.end)
        for mention in actors.mentions
        if mention.end < len(opening) and not actors.is_absent(mention.name)
    )


def _form(told: str, name: str | None) -> Form | None:
    for words in (name or "", told):
        for video in meeting_rule("video").finditer(words):
            if not meeting_rule("watched").search(words[: video.start()]):
                return "video"
    return "onsite" if meeting_rule("onsite").search(name or "") else None
