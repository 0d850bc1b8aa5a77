"""Writes to the ledger: each call is one transaction, so a report is there as a whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sqlalchemy import delete, func, insert, select, update

from ecoledger.ledger import schema
from ecoledger.ledger.content import add_row, drop_content, save_content
from ecoledger.ledger.correction import Correction, standing
from ecoledger.ledger.report import read_correction, read_report
from ecoledger.ledger.row import digest, filing_row, region_row, report_row, standing_row

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ecoledger.ledger.row import Row
    from ecoledger.ledger.store import Ledger
    from ecoledger.model import Report

Outcome = Literal["new", "unchanged", "changed"]


def save_report(
    ledger: Ledger, report: Report, correction: Correction | None = None, *, meeting_kind: str | None = None
) -> Outcome:
    """Store `report`, or what changed of it, and say which.

    `correction` replaces what a person set before; None keeps that. `meeting_kind` is the kind of the meeting in
    Chinese (大会, 推进会 …). The same again changes nothing. Commitments whose words stayed keep their rows, and
    with them all that people have tied to them. Raises LedgerError.
    """
    with ledger.write() as connection:
        table = schema.report
        stored = connection.execute(
            select(table.c.number, table.c.digest, table.c.rules_version).where(table.c.id == report.id)
        ).one_or_none()
        if stored is None:
            number = _add_report(connection, report, meeting_kind)
            _file(connection, number, report, correction or Correction())
            return "new"
        number = stored.number
        before = read_correction(connection, number)
        after = before if correction is None else correction
        same = stored.digest == digest(report, meeting_kind)
        if not same:
            _update(connection, number, report_row(report, meeting_kind))
            save_content(connection, number, report, meeting_kind)
        elif stored.rules_version != report.rules_version:
            _update(connection, number, {"rules_version": report.rules_version})
        if same and after == before:
            return "unchanged"
        _file(connection, number, report, after)
        return "changed"


def correct_report(ledger: Ledger, report_id: str, correction: Correction) -> bool:
    """Set what a person says of the report in place of what was set before; False when there is no such report.

    An empty correction takes back what was set. Raises LedgerError.
    """
    with ledger.write() as connection:
        number = _number(connection, report_id)
        if number is None:
            return False
        if read_correction(connection, number) != correction:
            _file(connection, number, read_report(connection, number), correction)
        return True


def delete_report(ledger: Ledger, report_id: str) -> bool:
    """Delete the report with all that belongs to it; False when there is none. Raises LedgerError."""
    with ledger.write() as connection:
        number = _number(connection, report_id)
        if number is None:
            return False
        drop_content(connection, number)
        connection.execute(delete(schema.report).where(schema.report.c.number == number))
        return True


def _number(connection: Connection, report_id: str) -> int | None:
    return connection.scalar(select(schema.report.c.number).where(schema.report.c.id == report_id))


def _add_report(connection: Connection, report: Report, kind: str | None) -> int:
    row = report_row(report, kind) | standing_row(standing(report, Correction()))
    number = add_row(connection, insert(schema.report).values(row))
    save_content(connection, number, report, kind)
    return number


def _update(connection: Connection, number: int, row: Row) -> None:
    connection.execute(update(schema.report).where(schema.report.c.number == number).values(row))


def _file(connection: Connection, number: int, report: Report, correction: Correction) -> None:
    """File the report and its commitments under what holds with `correction`, and keep that."""
    held = standing(report, correction)
    _update(connection, number, standing_row(held) | {"changed_at": func.current_timestamp()})
    table = schema.commitment
    connection.execute(update(table).where(table.c.report == number).values(filing_row(held)))
    connection.execute(delete(schema.correction).where(schema.correction.c.report == number))
    if correction:
        row = {"region": region_row(correction.region), "date": correction.date}
        connection.execute(insert(schema.correction).values(report=number, **row))
