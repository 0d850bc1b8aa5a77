"""Reads reports back as they were saved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from sqlalchemy import or_, select

from ecoledger.ledger import schema
from ecoledger.ledger.correction import Correction, DateSource, Standing, standing
from ecoledger.ledger.facts import as_values
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.offset import unpack_offsets
from ecoledger.ledger.row import as_record, as_region
from ecoledger.ledger.selection import select as select_rows
from ecoledger.ledger.source import Source, find_source, named, read_sources, reading_of
from ecoledger.model import (
    Body,
    Commitment,
    Damage,
    Deadline,
    Issue,
    Loss,
    Meeting,
    Person,
    Report,
    Statement,
    Target,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy import Connection, RowMapping, Table

    from ecoledger.ledger.store import Ledger
    from ecoledger.model import Region

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as it was read, with what a person set and what therefore holds, and the documents that publish it."""

    report: Report
    correction: Correction
    meeting_kind: str | None
    added_at: dt.datetime
    changed_at: dt.datetime
    sources: tuple[Source, ...] = ()

    @property
    def standing(self) -> Standing:
        """The place and date it is filed under."""
        return standing(self.report, self.correction)

    @property
    def region(self) -> Region | None:
        """The place it is filed under."""
        return self.standing.region

    @property
    def date(self) -> dt.date | None:
        """The date it is filed under."""
        return self.standing.date


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    id: str
    file: str
    title: str | None
    meeting: str | None
    place: str | None
    adcode: str | None
    date: dt.date | None
    date_source: DateSource
    published: dt.date | None
    source: str | None
    reliable: bool
    rules_version: str
    commitments: int


def get_report(ledger: Ledger, report_id: str) -> StoredReport | None:
    """Return the report with this id, or of which the document with this id is a source; None when there is none.

    Raises LedgerError.
    """
    report, source = schema.report, schema.source
    published = select(source.c.report).where(source.c.id == report_id)
    with ledger.read() as connection:
        found = select(report).where(or_(report.c.id == report_id, report.c.number.in_(published)))
        row = connection.execute(found).mappings().one_or_none()
        if row is None:
            return None
        number = row["number"]
        return StoredReport(
            report=read_report(connection, number),
            correction=read_correction(connection, number),
            meeting_kind=connection.scalar(
                select(schema.meeting.c.kind).where(schema.meeting.c.report == number)
            ),
            added_at=row["added_at"],
            changed_at=row["changed_at"],
            sources=read_sources(connection, number),
        )


def get_reading(ledger: Ledger, source_id: str) -> Report | None:
    """Return all that was read from a document, its original text too, whether it is the text of its report or not.

    None when there is no such source. Raises LedgerError.
    """
    with ledger.read() as connection:
        row = find_source(connection, source_id)
        if row is None:
            return None
        return named(read_report(connection, row["report"]), row["id"]) if row["is_text"] else reading_of(row)


def count_reports(ledger: Ledger, wanted: Filter | None = None) -> int:
    """Return how many reports pass the filter. Raises LedgerError."""
    return int(select_rows(ledger, wanted or Filter()).filed.sum())


def list_reports(
    ledger: Ledger, wanted: Filter | None = None, offset: int = 0, limit: int | None = None
) -> tuple[ReportRow, ...]:
    """Return the reports that pass the filter, the latest first, undated ones last; `limit` of them from `offset`.

    Raises LedgerError.
    """
    found = select_rows(ledger, wanted or Filter())
    held = np.bincount(found.facts.commitments["report"], minlength=len(found.facts.reports))
    rows = found.reports.sort_values("date", ascending=False, kind="stable", na_position="last")
    rows = rows.iloc[offset : None if limit is None else offset + limit]
    rows = rows.assign(commitments=held[rows.index], meeting=rows["meeting_name"], place=rows["place_name"])
    columns = zip(*(as_values(rows[field.name]) for field in fields(ReportRow)), strict=True)
    return tuple(ReportRow(*values) for values in columns)


def read_correction(connection: Connection, number: int) -> Correction:
    """Return what a person set for the report with this number; empty when nothing."""
    table = schema.correction
    row = connection.execute(select(table).where(table.c.report == number)).one_or_none()
    return Correction() if row is None else Correction(as_region(row.region), row.date)


def read_report(connection: Connection, number: int) -> Report:
    """Return the report with this number as it was read."""
    row = connection.execute(select(schema.report).where(schema.report.c.number == number)).mappings().one()
    texts = connection.execute(select(schema.source_text).where(schema.source_text.c.report == number)).one()
    return as_record(
        Report,
        row,
        region=as_region(row["region"]),
        meeting=_meeting(connection, number),
        text=texts.clean,
        original=texts.original,
        offsets=unpack_offsets(texts.offsets),
        people=_records(connection, schema.person, Person, number),
        damage=_records(connection, schema.damage, Damage, number),
        issues=_records(connection, schema.issue, Issue, number),
        losses=_records(connection, schema.loss, Loss, number),
        statements=_statements(connection, number),
        commitments=_commitments(connection, number),
    )


def _meeting(connection: Connection, number: int) -> Meeting | None:
    table = schema.meeting
    row = connection.execute(select(table).where(table.c.report == number)).mappings().one_or_none()
    return None if row is None else as_record(Meeting, row)


def _records(connection: Connection, table: Table, kind: type[T], number: int) -> tuple[T, ...]:
    rows = connection.execute(select(table).where(table.c.report == number).order_by(table.c.position))
    return tuple(as_record(kind, row) for row in rows.mappings())


def _statements(connection: Connection, number: int) -> tuple[Statement, ...]:
    table = schema.statement
    rows = connection.execute(select(table).where(table.c.report == number).order_by(table.c.position))
    targets = _parts(connection, schema.statement_target, table, number)
    return tuple(
        as_record(Statement, row, targets=_as(Target, targets[row["number"]])) for row in rows.mappings()
    )


def _commitments(connection: Connection, number: int) -> tuple[Commitment, ...]:
    table = schema.commitment
    rows = connection.execute(select(table).where(table.c.report == number).order_by(table.c.position))
    themes, targets, deadlines, bodies = (
        _parts(connection, part, table, number)
        for part in (schema.theme, schema.target, schema.deadline, schema.body)
    )
    return tuple(
        as_record(
            Commitment,
            row,
            themes=tuple(part["theme"] for part in themes[row["number"]]),
            targets=_as(Target, targets[row["number"]]),
            deadlines=_as(Deadline, deadlines[row["number"]]),
            bodies=_as(Body, bodies[row["number"]]),
        )
        for row in rows.mappings()
    )


def _parts(connection: Connection, part: Table, owner: Table, number: int) -> Mapping[int, list[RowMapping]]:
    """Return the rows of `part`, in order, by the number of their owner in the report."""
    key = part.c[owner.name]
    query = (
        select(part)
        .join(owner, key == owner.c.number)
        .where(owner.c.report == number)
        .order_by(part.c.position)
    )
    found: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row[owner.name]].append(row)
    return found


def _as(kind: type[T], rows: list[RowMapping]) -> tuple[T, ...]:
    return tuple(as_record(kind, row) for row in rows)
