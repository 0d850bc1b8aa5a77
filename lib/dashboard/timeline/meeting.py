"""Meetings in words: by month, with what is told of each beside its name."""

from __future__ import annotations

from dataclasses import fields
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.labels import NO_DATE, NO_PLACE, date_text
from dashboard.language import tr
from dashboard.timeline.kind import UNNAMED
from ecoledger.ledger.facts import as_values
from ecoledger.ledger.meeting import MeetingRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    import pandas as pd


def as_rows(frame: pd.DataFrame) -> tuple[MeetingRow, ...]:
    """Return rows of `meeting_frame` as records, in their order."""
    names = [field.name for field in fields(MeetingRow)]
    return tuple(
        MeetingRow(*values) for values in zip(*(as_values(frame[name]) for name in names), strict=True)
    )


def group_months(dated: Iterable[MeetingRow]) -> tuple[tuple[dt.date, tuple[MeetingRow, ...]], ...]:
    """Return meetings that have a day and stand in order, by the first day of their month."""
    days = ((row.date, row) for row in dated if row.date is not None)
    grouped = groupby(days, key=lambda pair: pair[0].replace(day=1))
    return tuple((month, tuple(row for _, row in pairs)) for month, pairs in grouped)


def meeting_name(row: MeetingRow) -> str:
    """Return the name of a meeting, else the title of its report."""
    return row.name or row.title or tr(UNNAMED)


def place_name(row: MeetingRow) -> str:
    """Return the place from the prefecture down, from the province where there is none: 池州市贵池区, 上海市金山区."""
    if row.county:
        return f"{row.prefecture or row.province or ''}{row.county}"
    return row.prefecture or row.province or row.place or tr(NO_PLACE)


def undated_words(row: MeetingRow) -> str:
    """Return what is known of the day of a meeting without one: its words, and when the report was published."""
    words = (
        tr("{none}，原文为“{words}”", none=tr(NO_DATE), words=row.date_text)
        if row.date_text
        else tr("{none}，原文未写", none=tr(NO_DATE))
    )
    return words + (tr("；报告{day}发布", day=date_text(row.published)) if row.published else "")


def detail_words(row: MeetingRow) -> str:
    """Return what is told of a meeting beside its name: place, kind, number of commitments, doubt of the text."""
    parts = (
        place_name(row),
        row.kind or tr(UNNAMED),
        tr("{count} 条承诺", count=f"{row.commitments:,}"),
        "" if row.reliable else tr("报告文字不可靠"),
    )
    return "　".join(part for part in parts if part)
