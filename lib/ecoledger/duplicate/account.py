"""What of a report is compared with another: its words, and what it says of place and day."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.model import Report

LONGEST = 20_000
"""Characters compared: more is no report of a meeting, and alignment takes time with the square of it."""

_NATION = "100000"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Account:
    """A report as it is compared.

    `words` are the letters and digits of the clean text, levelled in width and case: copies differ in marks and
    breaks of lines most of all. `numbers` are all numbers in digits; `places` the codes from the province down to
    the place itself, empty where it is unknown; `date` is the day of the meeting.
    """

    words: str
    numbers: tuple[str, ...]
    places: tuple[str, ...] = ()
    date: dt.date | None = None


def read_account(report: Report) -> Account:
    """Return what is compared of `report`, as it was read: what a person set by hand does not count."""
    path = report.region.path if report.region else ()
    return Account(
        *level_words(report.text),
        places=tuple(place.adcode for place in path if place.adcode != _NATION),
        date=report.meeting.date if report.meeting else None,
    )


def level_words(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the words and the numbers of `text` as an account holds them."""
    level = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(filter(str.isalnum, level))[:LONGEST]
    return words, tuple(sorted(Counter(_NUMBER.findall(level)).elements()))
