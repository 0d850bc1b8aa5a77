"""Lists meetings: one for each report that tells of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from ecoledger.ledger import schema
from ecoledger.ledger.condition import commitment_conditions, report_conditions
from ecoledger.ledger.row import as_record

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger
    from ecoledger.model import Form


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting and the number of its commitments that pass the filter.

    `date` is the day of the meeting, set by hand or read, and None when it is not known, whatever the day of
    publication; `date_text` keeps the words (近日).
    """

    report_id: str
    name: str | None
    kind: str | None
    date: dt.date | None
    date_text: str | None
    published: dt.date | None
    form: Form | None
    adcode: str | None
    place: str | None
    province: str | None
    prefecture: str | None
    county: str | None
    title: str | None
    reliable: bool
    commitments: int


def list_meetings(ledger: Ledger, wanted: Filter) -> tuple[MeetingRow, ...]:
    """Return the meetings in time, those without a date last. Raises LedgerError."""
    with ledger.read() as connection:
        return read_meetings(connection, wanted)


def read_meetings(
    connection: Connection, wanted: Filter, latest: int | None = None
) -> tuple[MeetingRow, ...]:
    """Return the meetings in time or, when `latest` is given, so many of those with a date, the last first."""
    report, meeting, table = schema.report, schema.meeting, schema.commitment
    known = report.c.date_source.in_(("person", "meeting"))
    date = case((known, report.c.date), else_=None).label("date")
    counted = (
        select(table.c.report, func.count().label("commitments"))
        .where(*commitment_conditions(connection, wanted))
        .group_by(table.c.report)
        .subquery()
    )
    query = (
        select(
            report.c.id.label("report_id"),
            meeting.c.name,
            meeting.c.kind,
            date,
            meeting.c.date_text,
            report.c.published,
            meeting.c.form,
            report.c.adcode,
            report.c.place_name.label("place"),
            report.c.province_name.label("province"),
            report.c.prefecture_name.label("prefecture"),
            report.c.county_name.label("county"),
            report.c.title,
            report.c.reliable,
            func.coalesce(counted.c.commitments, 0).label("commitments"),
        )
        .join(meeting, meeting.c.report == report.c.number)
        .outerjoin(counted, counted.c.report == report.c.number)
        .where(*report_conditions(connection, wanted))
    )
    if latest is None:
        query = query.order_by(date.nulls_last(), report.c.number)
    else:
        query = query.where(known).order_by(report.c.date.desc(), report.c.number).limit(latest)
    return tuple(as_record(MeetingRow, row) for row in connection.execute(query).mappings())
