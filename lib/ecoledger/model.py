"""The records that a report is read into. All are frozen; all spans are half-open offsets in code points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

Script = Literal["hans", "hant", "mixed"]
Level = Literal["nation", "province", "prefecture", "county", "township", "other"]
Form = Literal["onsite", "video"]
Label = Literal["action", "principle"]
Comparator = Literal["=", ">=", "<=", "~", "range"]
Change = Literal["increase", "decrease"]
TargetKind = Literal["quantitative", "qualitative"]
Certainty = Literal["explicit", "derived", "vague"]
DeadlineKind = Literal["date", "year_end", "period", "plan_period", "ongoing", "immediate", "none"]
Role = Literal["lead", "support", "responsible"]
Outcome = Literal["likely", "doubtful", "lost"]

LIKELY = 0.9
"""Certainty from which words that were put back are called likely right."""

MEETING = "会议"
"""Stands as speaker where the text says 会议指出 and names nobody."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the clean text: `text` stands at `[start, end)` there."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise ValueError(f"bad span {self.start}:{self.end} for {len(self.text)} characters")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value was read: `rule` read it from the words `text`, which stand at `start` of the clean text.

    `value` says which value of the record it is (label, number, unit, role …). `rule` is the id of a rule, or a
    row of a table (organ.csv:生态环境部门), or a way of reading; `ecoledger.rules.catalogue` explains it. `start` is
    None where the words stand elsewhere: in the title, the source, the address of the page.
    """

    value: str
    rule: str
    text: str
    start: int | None = None


Reasons = tuple[Reason, ...] | None
"""The reasons of a record; None where it was kept before reasons were. Records are compared without them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A division by its code of GB/T 2260 and its official name."""

    adcode: str
    name: str


@dataclass(frozen=True, slots=True)
class Region:
    """The place whose commitments a report holds; `path` runs from the province down to the place itself."""

    adcode: str
    name: str
    level: Level
    path: tuple[Place, ...]
    evidence: tuple[str, ...]
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named with a post; `role` is the post as written."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting a report tells of; `date_text` keeps the words when `date` is None (近日)."""

    name: str | None
    date: dt.date | None
    date_text: str | None
    form: Form | None
    chair: str | None
    speakers: tuple[str, ...]
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Segment(Span):
    """The smallest unit that takes a label, without its reporting verb and enumerator.

    `paragraph` is the number of the paragraph (line) it stands in, `speaker` a name, 会议, or None; `head` is what
    says that it is the speaker's.
    """

    speaker: str | None
    paragraph: int
    head: Reason | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Target(Span):
    """The words that state an outcome or a level to reach, found by `rule`.

    Numbers are multiplied out (3.5万亩 is 35000 亩); `value2` is the upper end of a range.
    """

    kind: TargetKind
    rule: str
    indicator: str | None = None
    indicator_code: str | None = None
    value: Decimal | None = None
    value2: Decimal | None = None
    unit: str | None = None
    op: Comparator | None = None
    change: Change | None = None
    baseline: str | None = None
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Deadline(Span):
    """Words of time that bound a commitment; `due` is the last day, None when it cannot be resolved (按期)."""

    kind: DeadlineKind
    certainty: Certainty
    rule: str
    begin: dt.date | None = None
    due: dt.date | None = None
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Body(Span):
    """Who is to act: `name` as bound to the region (贵池区生态环境局), `organ` of the catalogue or None."""

    name: str
    organ: str | None
    role: Role
    rule: str
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Commitment(Span):
    """One segment that says what is to be done; `source_*` point at the same words in `Report.original`."""

    id: str
    source_start: int
    source_end: int
    label: Label
    speaker: str | None
    themes: tuple[str, ...]
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    bodies: tuple[Body, ...]
    rules: tuple[str, ...]
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """A past result or a demand on others: kept, but no commitment."""

    kind: Literal["achieved", "demand"]
    targets: tuple[Target, ...]
    reasons: Reasons = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage of the published copy: how often it was met, how often put right."""

    kind: str
    count: int
    repaired: int
    note: str


@dataclass(frozen=True, slots=True)
class Loss(Span):
    """Characters that the published copy had lost: `text` is what stands there in the clean text.

    `certainty`, between 0 and 1, is that of the words put back; None where it stays as it was published.
    `source_*` is the damaged place in `Report.original`.
    """

    source_start: int
    source_end: int
    certainty: float | None

    @property
    def outcome(self) -> Outcome:
        """How far the words may be relied upon."""
        if self.certainty is None:
            return "lost"
        return "likely" if self.certainty >= LIKELY else "doubtful"


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt about a reading, for people; the span is in the clean text where there is one."""

    kind: str
    message: str
    start: int | None = None
    end: int | None = None

    def touches(self, start: int, end: int) -> bool:
        """Return whether the words `[start, end)` are in doubt: a lost place may have cut those beside it in two."""
        if self.start is None or self.end is None:
            return False
        reach = 1 if self.kind == "lost" else 0
        return self.start < end + reach and start < self.end + reach


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read from one document. `offsets[i]` is the span in `original` of character i of `text`.

    `url` is where it was published, `author` who is named as having written it, when the page says so.
    """

    file: str
    id: str
    title: str | None
    published: dt.date | None
    source: str | None
    script: Script
    damage: tuple[Damage, ...]
    reliable: bool
    text: str
    region: Region | None
    meeting: Meeting | None
    people: tuple[Person, ...]
    original: str
    offsets: tuple[tuple[int, int], ...]
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    issues: tuple[Issue, ...]
    rules_version: str
    url: str | None = None
    losses: tuple[Loss, ...] = ()
    author: str | None = field(
        default=None, repr=False
    )  # the ledger knows by the rest what it has read before

    def issues_in(self, words: Span) -> tuple[Issue, ...]:
        """Return the doubts about `words` of the clean text, or about some of them."""
        return tuple(issue for issue in self.issues if issue.touches(words.start, words.end))
