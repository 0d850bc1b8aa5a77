"""What a person looks for: the one record that pages, commands and exports share."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from ecoledger.ledger.search import split_words
from ecoledger.model import DeadlineKind, Label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

Undated = Literal["auto", "include", "only", "exclude"]
"""Whether reports without a date are shown; `auto` leaves them out exactly while a range of dates is set."""

ABSENT: Final = "absent"
"""Stands among the kinds of deadline for commitments that name none; `none` is words without a date (按期)."""

UNKNOWN = "000000"
"""Stands among the provinces for reports whose place is not known."""

MAX_WORDS = 200
"""Characters of a search: more is a slip of the clipboard."""

_ADCODE = re.compile(r"\d{6}")
_LISTS = ("provinces", "prefectures", "counties", "themes", "labels", "deadline_kinds", "bodies")


@dataclass(frozen=True, slots=True)
class Filter:
    """All conditions must hold; within one, any of the choices.

    Places are one condition over three levels: a place stands for all below it, and a place below a chosen one
    narrows it (安徽省, 池州市, 江苏省 is 池州市 and all of 江苏省). Dates are the meeting's, else of publication;
    `since` and `until` belong to the range. `words` are all to be found in the text of a commitment.
    Raises ValueError on a value that cannot be.
    """

    provinces: tuple[str, ...] = ()
    prefectures: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    undated: Undated = "auto"
    themes: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    deadline_kinds: tuple[DeadlineKind | Literal["absent"], ...] = ()
    bodies: tuple[str, ...] = ()
    words: str = ""
    has_target: bool | None = None
    has_deadline: bool | None = None
    has_body: bool | None = None
    report: str | None = None

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
        _expect("undated", (self.undated,), get_args(Undated).__contains__)
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"the range of dates ends ({self.until}) before it begins ({self.since})")
        if len(self.words) > MAX_WORDS:
            raise ValueError(f"a search may have {MAX_WORDS} characters, not {len(self.words)}")

    @property
    def terms(self) -> tuple[str, ...]:
        """The words to look for, levelled in width and case."""
        return split_words(self.words)

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
        flags = (self.has_target, self.has_deadline, self.has_body)
        lists = (self.themes, self.labels, self.deadline_kinds, self.bodies, self.terms)
        return any(lists) or any(flag is not None for flag in flags)

    @property
    def empty(self) -> bool:
        """Whether everything is looked for."""
        return not self.terms and replace(self, words="") == Filter()

    def without(self, *names: str) -> Filter:
        """Return the filter with the conditions `names` taken away."""
        blank: dict[str, Any] = {f.name: f.default for f in fields(self) if f.name in names}
        return replace(self, **blank)


def _expect(name: str, choices: tuple[str, ...], good: Callable[[str], object]) -> None:
    for choice in choices:
        if not good(choice):
            raise ValueError(f"{name} cannot be {choice!r}")
