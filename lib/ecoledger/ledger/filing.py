"""Writes a report itself: its row, its text with all that was read of it, and where it is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from ecoledger.ledger import schema
from ecoledger.ledger.alias import drop_aliases, keep_ids
from ecoledger.ledger.content import add_row, drop_content, save_content
from ecoledger.ledger.correction import Correction, standing
from ecoledger.ledger.row import region_row, report_row, standing_row

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ecoledger.ledger.row import Row
    from ecoledger.model import Report


def find_report(connection: Connection, report_id: str) -> int | None:
    """Return the number of the report with this id, None when there is none."""
    return connection.scalar(select(schema.report.c.number).where(schema.report.c.id == report_id))


def add_report(connection: Connection, report: Report, kind: str | None, correction: Correction) -> int:
    """Store `report` as one of its own and return its number."""
    row = report_row(report) | standing_row(standing(report, Correction()))
    number = add_row(connection, insert(schema.report).values(row))
    save_content(connection, number, report, kind)
    drop_aliases(connection, number)
    file_report(connection, number, report, correction)
    return number


def put_text(
    connection: Connection,
    number: int,
    report: Report,
    kind: str | None,
    correction: Correction,
    *,
    copied: bool = False,
) -> None:
    """Put `report` in place of the text of the report with this number; commitments with the same words stay.

    So do those with like words where the text is `copied` from another document than before.
    """
    update_report(connection, number, report_row(report))
    save_content(connection, number, keep_ids(connection, number, report, copied=copied), kind)
    file_report(connection, number, report, correction)


def file_report(connection: Connection, number: int, report: Report, correction: Correction) -> None:
    """File the report under what holds with `correction`, and keep that."""
    held = standing_row(standing(report, correction))
    update_report(connection, number, held | {"changed_at": func.current_timestamp()})
    connection.execute(delete(schema.correction).where(schema.correction.c.report == number))
    if correction:
        row = {"region": region_row(correction.region), "date": correction.date}
        connection.execute(insert(schema.correction).values(report=number, **row))


def update_report(connection: Connection, number: int, row: Row) -> None:
    """Change columns of the report's row."""
    connection.execute(update(schema.report).where(schema.report.c.number == number).values(row))


def drop_report(connection: Connection, number: int) -> None:
    """Delete the report with all that belongs to it."""
    drop_content(connection, number)
    connection.execute(delete(schema.report).where(schema.report.c.number == number))
