"""What a person looks for: the one record that pages, commands and exports share."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from ecoledger.ledger.light import ABSENT, LIGHTS, Light, LightRule
from ecoledger.ledger.search import split_words
from ecoledger.model import DeadlineKind, Label, Role

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

Undated = Literal["auto", "include", "only", "exclude"]
"""Whether reports without a date are shown; `auto` leaves them out exactly while a range of dates is set."""

UNKNOWN = "000000"
"""Stands among the provinces for reports whose place is not known."""

MAX_WORDS = 200
"""Characters of a search: more is a slip of the clipboard."""

_ADCODE = re.compile(r"\d{6}")
_LISTS = (
    "provinces",
    "prefectures",
    "counties",
    "meeting_kinds",
    "themes",
    "labels",
    "speakers",
    "deadline_kinds",
    "lights",
    "bodies",
    "organs",
    "body_roles",
    "indicators",
    "commitments",
)
NOT = "-"
"""Stands before a word that must not be in the text."""


@dataclass(frozen=True, slots=True)
class Filter:
    """All conditions must hold; within one, any of the choices.

    Places are one condition over three levels: a place stands for all below it, and a place below a chosen one
    narrows it (安徽省, 池州市, 江苏省 is 池州市 and all of 江苏省). A province among the prefectures is what it reports
    itself, without the places below it; so is a prefecture among the counties. Dates are the meeting's, else of publication;
    `since` and `until` belong to the range, as do `due_since` and `due_until`, which bound the earliest dated
    deadline; `added_since` is the first day on which a report was put into the ledger. `lights` are those under `light_rule`. `bodies` are names as read, `organs` those of the catalogue that
    they stand for; with `body_roles` one body is to answer to all of these. `indicators` are codes of the catalogue.
    `words` are all to be found in the text of a commitment, but none that has a minus before it. `reliable` speaks of
    the report's text, `doubtful` of the commitment's words. `commitments` are ids, for rows that a person has picked.
    Raises ValueError on a value that cannot be.
    """

    provinces: tuple[str, ...] = ()
    prefectures: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    undated: Undated = "auto"
    added_since: dt.date | None = None
    meeting_kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    speakers: tuple[str, ...] = ()
    deadline_kinds: tuple[DeadlineKind | Literal["absent"], ...] = ()
    lights: tuple[Light, ...] = ()
    light_rule: LightRule | None = None
    due_since: dt.date | None = None
    due_until: dt.date | None = None
    bodies: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    body_roles: tuple[Role, ...] = ()
    indicators: tuple[str, ...] = ()
    words: str = ""
    has_target: bool | None = None
    has_number: bool | None = None
    has_deadline: bool | None = None
    has_body: bool | None = None
    reliable: bool | None = None
    doubtful: bool | None = None
    report: str | None = None
    commitments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in _LISTS:
            choices = getattr(self, name)
            if not isinstance(choices, tuple) or not all(isinstance(c, str) and c for c in choices):
                raise ValueError(f"{name} must be a tuple of words, not {choices!r}")
            object.__setattr__(self, name, tuple(sorted(set(choices))))
        for name in ("provinces", "prefectures", "counties"):
            _expect(name, getattr(self, name), _ADCODE.fullmatch)
        _expect("labels", self.labels, get_args(Label).__contains__)
        _expect("deadline_kinds", self.deadline_kinds, (*get_args(DeadlineKind), ABSENT).__contains__)
        _expect("body_roles", self.body_roles, get_args(Role).__contains__)
        _expect("lights", self.lights, LIGHTS.__contains__)
        _expect("undated", (self.undated,), get_args(Undated).__contains__)
        if self.lights and self.light_rule is None:
            raise ValueError("lights cannot be told without a rule of lights")
        for begin, end in ((self.since, self.until), (self.due_since, self.due_until)):
            if begin and end and begin > end:
                raise ValueError(f"the range of dates ends ({end}) before it begins ({begin})")
        if len(self.words) > MAX_WORDS:
            raise ValueError(f"a search may have {MAX_WORDS} characters, not {len(self.words)}")

    @property
    def terms(self) -> tuple[str, ...]:
        """The words to look for, levelled in width and case."""
        return split_words(" ".join(word for word in self.words.split() if not _is_not(word)))

    @property
    def barred(self) -> tuple[str, ...]:
        """The words that must not be there, levelled in width and case."""
        return split_words(" ".join(word[1:] for word in self.words.split() if _is_not(word)))

    @property
    def places(self) -> tuple[str, ...]:
        """The places that count: one that is narrowed by a place below it is left out."""
        below = (*self.prefectures, *self.counties)
        provinces = (c for c in self.provinces if not any(low[:2] == c[:2] for low in below))
        prefectures = (c for c in self.prefectures if not any(low[:4] == c[:4] for low in self.counties))
        return (*provinces, *prefectures, *self.counties)

    @property
    def ranged(self) -> bool:
        """Whether a range of dates is set."""
        return self.since is not None or self.until is not None

    @property
    def with_undated(self) -> bool:
        """Whether reports without a date are shown."""
        return self.undated in ("include", "only") or (self.undated == "auto" and not self.ranged)

    @property
    def by_commitment(self) -> bool:
        """Whether a condition speaks of single commitments, not of their reports alone."""
        told = replace(self, **{name: getattr(Filter(), name) for name in _OF_REPORT})
        return not told.empty

    @property
    def empty(self) -> bool:
        """Whether everything is looked for."""
        rest = replace(self, words="", lights=(), light_rule=None)
        return not (self.terms or self.barred or self.lights) and rest == Filter()

    def narrowed(self, **conditions: Any) -> Filter:
        """Return the filter with these conditions in place of its own."""
        return replace(self, **conditions)

    def without(self, *names: str) -> Filter:
        """Return the filter with the conditions `names` taken away."""
        blank: dict[str, Any] = {f.name: f.default for f in fields(self) if f.name in names}
        return replace(self, **blank)

    def less(self, name: str, value: str) -> Filter:
        """Return the filter with one choice of the condition `name` taken away."""
        rest: dict[str, Any] = {name: tuple(other for other in getattr(self, name) if other != value)}
        return replace(self, **rest)


_OF_REPORT = (
    "provinces",
    "prefectures",
    "counties",
    "since",
    "until",
    "undated",
    "added_since",
    "meeting_kinds",
    "reliable",
    "report",
)
"""Conditions that speak of reports."""


def _is_not(word: str) -> bool:
    return word.startswith(NOT) and len(word) > 1


def _expect(name: str, choices: tuple[str, ...], good: Callable[[str], object]) -> None:
    for choice in choices:
        if not good(choice):
            raise ValueError(f"{name} cannot be {choice!r}")
