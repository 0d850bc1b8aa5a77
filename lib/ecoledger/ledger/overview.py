"""The figures of the first page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ecoledger.ledger.commitment import list_commitments
from ecoledger.ledger.meeting import read_meetings
from ecoledger.ledger.selection import select
from ecoledger.ledger.sort import Sort

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.meeting import MeetingRow
    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Overview:
    """How many of each pass the filter; a report passes when it is filed as wanted and holds such a commitment.

    `places` are those that reports are filed under, `undated_reports` and `unreliable` are part of `reports`.
    """

    places: int
    meetings: int
    reports: int
    commitments: int
    with_target: int
    with_deadline: int
    with_body: int
    undated_reports: int
    unreliable: int


def count_overview(ledger: Ledger, wanted: Filter) -> Overview:
    """Return the figures. Raises LedgerError."""
    found = select(ledger, wanted)
    rows, reports = found.rows, found.reports
    return Overview(
        places=reports["adcode"].nunique(),
        meetings=int(reports["meeting"].sum()),
        reports=len(reports),
        commitments=len(rows),
        with_target=int(rows["has_target"].sum()),
        with_deadline=int(rows["has_deadline"].sum()),
        with_body=int(rows["has_body"].sum()),
        undated_reports=int(reports["date"].isna().sum()),
        unreliable=int((~reports["reliable"]).sum()),
    )


def count_undated(ledger: Ledger, wanted: Filter) -> int:
    """Return how many reports without a date the filter leaves out, or shows, all other conditions kept."""
    undated = wanted.without("since", "until", "undated")
    return int(select(ledger, undated).reports["date"].isna().sum())


def list_latest_meetings(ledger: Ledger, wanted: Filter, limit: int = 10) -> tuple[MeetingRow, ...]:
    """Return the latest meetings whose day is known, the last first. Raises LedgerError."""
    return read_meetings(select(ledger, wanted), limit)


def list_due_next(ledger: Ledger, on: dt.date, wanted: Filter, limit: int = 10) -> tuple[CommitmentRow, ...]:
    """Return the commitments that fall due next, on the day `on` or later, nearest first. Raises LedgerError."""
    coming = replace(wanted, due_since=max(on, wanted.due_since or on))
    return list_commitments(ledger, coming, Sort("due", descending=False), size=limit).rows


def count_overdue(ledger: Ledger, on: dt.date, wanted: Filter) -> int:
    """Return how many commitments were due before the day `on`. Raises LedgerError."""
    return int((select(ledger, wanted).rows["due"].to_numpy() < np.datetime64(on)).sum())
