"""The figures of the first page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from ecoledger.ledger import schema
from ecoledger.ledger.commitment import read_rows
from ecoledger.ledger.condition import commitment_conditions, report_conditions
from ecoledger.ledger.meeting import read_meetings

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement

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
    table, report, meeting = schema.commitment, schema.report, schema.meeting
    with ledger.read() as connection:
        items = connection.execute(
            select(
                func.count(),
                _count(table.c.has_target),
                _count(table.c.has_deadline),
                _count(table.c.has_body),
            )
            .select_from(table)
            .where(*commitment_conditions(connection, wanted))
        ).one()
        reports = connection.execute(
            select(
                func.count(report.c.adcode.distinct()),
                func.count(meeting.c.report),
                func.count(),
                _count(report.c.date.is_(None)),
                _count(report.c.reliable.is_(False)),
            )
            .select_from(report)
            .outerjoin(meeting, meeting.c.report == report.c.number)
            .where(*report_conditions(connection, wanted))
        ).one()
    return Overview(
        places=reports[0],
        meetings=reports[1],
        reports=reports[2],
        commitments=items[0],
        with_target=items[1],
        with_deadline=items[2],
        with_body=items[3],
        undated_reports=reports[3],
        unreliable=reports[4],
    )


def count_undated(ledger: Ledger, wanted: Filter) -> int:
    """Return how many reports without a date the filter leaves out, or shows, all other conditions kept."""
    undated = wanted.without("since", "until", "undated")
    with ledger.read() as connection:
        query = select(func.count()).select_from(schema.report).where(schema.report.c.date.is_(None))
        return connection.scalar(query.where(*report_conditions(connection, undated))) or 0


def list_latest_meetings(ledger: Ledger, wanted: Filter, limit: int = 10) -> tuple[MeetingRow, ...]:
    """Return the latest meetings whose day is known, the last first. Raises LedgerError."""
    with ledger.read() as connection:
        return read_meetings(connection, wanted, limit)


def list_due_next(ledger: Ledger, on: dt.date, wanted: Filter, limit: int = 10) -> tuple[CommitmentRow, ...]:
    """Return the commitments that fall due next, on the day `on` or later, nearest first. Raises LedgerError."""
    table = schema.commitment
    with ledger.read() as connection:
        query = (
            select(table.c.number)
            .where(table.c.due >= on, *commitment_conditions(connection, wanted))
            .order_by(table.c.due, table.c.report, table.c.position)
            .limit(limit)
        )
        return read_rows(connection, connection.scalars(query).all())


def count_overdue(ledger: Ledger, on: dt.date, wanted: Filter) -> int:
    """Return how many commitments were due before the day `on`. Raises LedgerError."""
    table = schema.commitment
    with ledger.read() as connection:
        query = select(func.count()).select_from(table)
        return (
            connection.scalar(query.where(table.c.due < on, *commitment_conditions(connection, wanted))) or 0
        )


def _count(holds: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((holds, 1)))
