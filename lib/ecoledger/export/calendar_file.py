"""Dated deadlines as an iCalendar file (RFC 5545), a whole day each, for Outlook, WPS and phones."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING

from ecoledger.export.column import number_lines
from ecoledger.export.stamp import NAME, Tally, say_stamp, source_of
from ecoledger.term import LIGHTS, ROLES, THEMES, name_of, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from ecoledger.export.column import Line
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.model import Deadline

PRODUCT = "-//EcoLedger//生态承诺台账//ZH"
_MOST_OCTETS = 75
"""Octets that a line takes before its end."""
_CONTINUES = 0x80
"""The upper two bits of an octet that goes on a character of UTF-8."""
_SUMMARY = 40
_ZONE = dt.timezone(dt.timedelta(hours=8))
_ESCAPED = re.compile(r"([\\;,])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write_calendar(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`: an event for each deadline with a day, in the order of `rows`.

    An event has the id of its commitment and the place of the deadline within it for its own, so that the same file
    taken in again puts no second event beside the first. It rings no bell. Commitments without such a deadline are
    counted in the description of the calendar, by kind.
    """
    tally = Tally()
    outside: Counter[str] = Counter()
    events: list[str] = []
    inside = 0
    for line in number_lines(tally.over(rows), stamp.lights):
        dated = dated_deadlines(line.row)
        if dated:
            inside += 1
            events += (
                text for position, deadline in dated for text in _event(line, position, deadline, stamp)
            )
        else:
            outside[line.light] += 1
    said = [*say_stamp(stamp, tally), ("日历", _note(inside, outside))]
    note = "\n".join(f"{name}：{words}" for name, words in said)
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            f"X-WR-CALNAME:{NAME}", f"X-WR-CALDESC:{escape(note)}"]  # fmt: skip
    stream.writelines(fold(text) for text in (*head, *events, "END:VCALENDAR"))


def dated_deadlines(row: CommitmentRow) -> list[tuple[int, Deadline]]:
    """Return the deadlines that end on a known day, with their places among all of them; 长期坚持 never ends."""
    return [
        (position, deadline)
        for position, deadline in enumerate(row.deadlines)
        if deadline.due is not None and deadline.kind != "ongoing"
    ]


def _event(line: Line, position: int, deadline: Deadline, stamp: Stamp) -> Iterator[str]:
    row, due = line.row, deadline.due
    if due is None:  # dated_deadlines leaves none such
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{row.id}-{position}@ecoledger"
    yield f"DTSTAMP:{_moment(stamp.made_at):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    if due < dt.date.max:
        yield f"DTEND;VALUE=DATE:{due + dt.timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{escape(_summary(row))}"
    yield f"DESCRIPTION:{escape(_description(line, deadline))}"
    if row.place:
        yield f"LOCATION:{escape(row.place)}"
    if row.themes:
        yield "CATEGORIES:" + ",".join(escape(name_of(THEMES, theme)) for theme in row.themes)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(made_at: dt.datetime) -> dt.datetime:
    """Return the time in UTC; one without a zone is that of China."""
    return (made_at if made_at.tzinfo else made_at.replace(tzinfo=_ZONE)).astimezone(dt.UTC)


def _summary(row: CommitmentRow) -> str:
    short = row.text if len(row.text) <= _SUMMARY else f"{row.text[: _SUMMARY - 2]}……"
    return f"{row.place}：{short}" if row.place else short


def _description(line: Line, deadline: Deadline) -> str:
    row = line.row
    bodies = "；".join(f"{name_of(ROLES, body.role)}：{body.name}" for body in row.bodies)
    told = (
        ("承诺", row.text),
        ("时限", deadline.text),
        ("单位", bodies),
        ("领域", names_of(THEMES, row.themes)),
        ("灯色", LIGHTS[line.light]),
        ("来源会议", row.meeting),
        ("来源报告", source_of(row).words),
        ("承诺编号", row.id),
        ("规则版本", row.rules_version),
    )
    return "\n".join(f"{name}：{words}" for name, words in told if words)


def _note(inside: int, outside: Counter[str]) -> str:
    left = "、".join(
        f"{LIGHTS[light]} {outside[light]} 条" for light in ("ongoing", "vague", "none") if outside[light]
    )
    return f"{inside} 条承诺有确定日期，列入日历" + (f"；未列入：{left}。" if left else "。")


def escape(words: str) -> str:
    """Return `words` as a value of text: marks of the format escaped, line breaks too, control characters out."""
    escaped = _ESCAPED.sub(r"\\\1", words.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", escaped).replace("\n", "\\n")


def fold(line: str) -> bytes:
    """Return a line with its end, broken so that no part is longer than 75 octets and no character is torn."""
    octets = line.encode("utf-8", "replace")
    parts, start, room = [], 0, _MOST_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == _CONTINUES:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, _MOST_OCTETS - 1  # the space that opens a further part is one of its octets
    parts.append(octets[start:])
    return b"\r\n ".join(parts) + b"\r\n"
