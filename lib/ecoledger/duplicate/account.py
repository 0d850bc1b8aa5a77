"""What of a report is compared with another: its words, and what it says of place, day and people."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.model import Meeting, Report

LONGEST = 20_000
"""Characters compared: more is no report of a meeting, and alignment takes time with the square of it."""

_NATION = "100000"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Account:
    """A report as it is compared.

    `words` are the letters and digits of the clean text, levelled in width and case: copies differ in marks and
    breaks of lines most of all; `title` is levelled alike. `numbers` are all numbers in digits; `places` the codes
    from the province down to the place itself, empty where it is unknown; `date` is the day of the meeting, `day`
    its month and day (09-16), which are often told without a year; `people` are the names of who is named.
    """

    words: str
    numbers: tuple[str, ...]
    places: tuple[str, ...] = ()
    date: dt.date | None = None
    day: str | None = None
    people: tuple[str, ...] = ()
    title: str = ""


def read_account(report: Report) -> Account:
    """Return what is compared of `report`, as it was read: what a person set by hand does not count."""
    path = report.region.path if report.region else ()
    return Account(
        *level_words(report.text),
        places=tuple(place.adcode for place in path if place.adcode != _NATION),
        date=report.meeting.date if report.meeting else None,
        day=_day_of(report.meeting) if report.meeting else None,
        people=tuple(dict.fromkeys(person.name for person in report.people)),
        title=level_title(report.title),
    )


def level_words(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the words and the numbers of `text` as an account holds them."""
    level = _level(text)
    words = "".join(filter(str.isalnum, level))[:LONGEST]
    return words, tuple(sorted(Counter(_NUMBER.findall(level)).elements()))


def level_title(title: str | None) -> str:
    """Return the words of a title as an account holds them."""
    return "".join(filter(str.isalnum, _level(title or "")))


def _level(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _day_of(meeting: Meeting) -> str | None:
    if meeting.date is not None:
        return f"{meeting.date:%m-%d}"
    said = _DAY.search(_level(meeting.date_text or ""))
    return f"{int(said[1]):02}-{int(said[2]):02}" if said else None
