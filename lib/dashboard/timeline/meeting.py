"""Meetings laid out in time: by month for reading, by place and day for the chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.labels import NO_DATE, NO_PLACE, date_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from ecoledger.ledger.meeting import MeetingRow

UNNAMED = "会议"
OTHER_KIND = "其他"
KINDS = 7
"""So many kinds have a mark of their own; more could not be told apart."""
LANES = 24
"""So many places have a line of their own in the chart; with more, each province has one."""


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of a month, the latest first."""

    year: int
    month: int
    meetings: tuple[MeetingRow, ...]

    @property
    def title(self) -> str:
        """The month as a heading."""
        return f"{self.year}年{self.month}月"


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting in the chart: `lane` is the place whose line it stands on."""

    day: dt.date
    lane: str
    kind: str
    name: str
    place: str
    commitments: int
    report_id: str


def split_dated(meetings: Iterable[MeetingRow]) -> tuple[tuple[MeetingRow, ...], tuple[MeetingRow, ...]]:
    """Return the meetings whose day is known, the latest first, and those whose day is not."""
    rows = tuple(meetings)
    dated = sorted((row for row in rows if row.date is not None), key=lambda row: (row.date, row.report_id))
    return tuple(reversed(dated)), tuple(row for row in rows if row.date is None)


def group_months(dated: Iterable[MeetingRow]) -> tuple[Month, ...]:
    """Return meetings that have a day and stand in order, by month."""
    days = ((row.date, row) for row in dated if row.date is not None)
    grouped = groupby(days, key=lambda pair: (pair[0].year, pair[0].month))
    return tuple(Month(year, month, tuple(row for _, row in pairs)) for (year, month), pairs in grouped)


def lay_marks(dated: Sequence[MeetingRow]) -> tuple[Mark, ...]:
    """Return the marks of the chart: a line for each place, or for each province where places are too many."""
    by_place = len({place_name(row) for row in dated}) <= LANES
    kinds = common_kinds(dated)
    return tuple(
        Mark(
            day=row.date,
            lane=place_name(row) if by_place else row.province or row.place or NO_PLACE,
            kind=kind if (kind := row.kind or UNNAMED) in kinds else OTHER_KIND,
            name=meeting_name(row),
            place=place_name(row),
            commitments=row.commitments,
            report_id=row.report_id,
        )
        for row in dated
        if row.date is not None
    )


def common_kinds(meetings: Iterable[MeetingRow]) -> tuple[str, ...]:
    """Return the kinds that have a mark of their own, the most frequent first."""
    counted = Counter(row.kind or UNNAMED for row in meetings)
    return tuple(kind for kind, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:KINDS])


def meeting_name(row: MeetingRow) -> str:
    """Return the name of a meeting, else the title of its report."""
    return row.name or row.title or UNNAMED


def place_name(row: MeetingRow) -> str:
    """Return the place from the prefecture down, from the province where there is none: 池州市贵池区, 上海市金山区."""
    if row.county:
        return f"{row.prefecture or row.province or ''}{row.county}"
    return row.prefecture or row.province or row.place or NO_PLACE


def undated_words(row: MeetingRow) -> str:
    """Return what is known of the day of a meeting without one: its words, and when the report was published."""
    words = f"{NO_DATE}，原文为“{row.date_text}”" if row.date_text else f"{NO_DATE}，原文未写"
    return words + (f"；报告{date_text(row.published)}发布" if row.published else "")


def detail_words(row: MeetingRow) -> str:
    """Return what is told of a meeting beside its name: place, kind, number of commitments, doubt of the text."""
    parts = (
        place_name(row),
        row.kind or UNNAMED,
        f"{row.commitments:,} 条承诺",
        "" if row.reliable else "报告文字不可靠",
    )
    return "　".join(part for part in parts if part)
