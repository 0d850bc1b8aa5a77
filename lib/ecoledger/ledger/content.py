"""Writes what was read of a report: its texts, its parts and its commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from ecoledger.errors import LedgerError
from ecoledger.ledger import schema
from ecoledger.ledger.dialect import add_words, drop_words
from ecoledger.ledger.row import commitment_row, meeting_row, plain_row, text_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Insert, Table

    from ecoledger.ledger.row import Row
    from ecoledger.model import Commitment, Report, Statement

_OF_REPORT = (
    schema.source_text,
    schema.meeting,
    schema.person,
    schema.damage,
    schema.issue,
    schema.loss,
    schema.statement,
)
_OF_COMMITMENT: dict[Table, Callable[[Commitment], list[Row]]] = {
    schema.theme: lambda c: [{"theme": theme} for theme in c.themes],
    schema.target: lambda c: [plain_row(t) for t in c.targets],
    schema.deadline: lambda c: [plain_row(d) for d in c.deadlines],
    schema.body: lambda c: [plain_row(b) for b in c.bodies],
}


def save_content(connection: Connection, number: int, report: Report, kind: str | None) -> None:
    """Put what was read of the report with this number in place of what was stored of it, if anything was.

    A commitment whose words stayed, which its id tells, keeps its row and number.
    """
    for table in _OF_REPORT:
        connection.execute(delete(table).where(table.c.report == number))
    connection.execute(insert(schema.source_text).values(report=number, **text_row(report)))
    meeting = meeting_row(report, kind)
    if meeting is not None:
        connection.execute(insert(schema.meeting).values(report=number, **meeting))
    _add_rows(connection, schema.person, number, [plain_row(person) for person in report.people])
    _add_rows(connection, schema.damage, number, [plain_row(damage) for damage in report.damage])
    _add_rows(connection, schema.issue, number, [plain_row(issue) for issue in report.issues])
    _add_rows(connection, schema.loss, number, [plain_row(loss) for loss in report.losses])
    for position, statement in enumerate(report.statements):
        _add_statement(connection, number, position, statement)
    _save_commitments(connection, number, report.commitments)


def drop_content(connection: Connection, number: int) -> None:
    """Take the words of the report with this number out of the index; the rest goes with its row."""
    drop_words(connection, [(n, text) for n, text in _stored(connection, number).values()])


def add_row(connection: Connection, row: Insert) -> int:
    """Insert the row and return the number it got."""
    key = connection.execute(row).inserted_primary_key
    if key is None:
        raise LedgerError("数据库没有给出新记录的编号，请换用 SQLite 或 PostgreSQL。")
    number: int = key[0]
    return number


def _add_rows(connection: Connection, table: Table, owner: int, rows: Sequence[Row]) -> None:
    if rows:
        key = table.primary_key.columns[0].name
        numbered = [{key: owner, "position": position, **row} for position, row in enumerate(rows)]
        connection.execute(insert(table), numbered)


def _add_statement(connection: Connection, number: int, position: int, statement: Statement) -> None:
    row = plain_row(statement) | {"report": number, "position": position}
    targets = [plain_row(target) for target in row.pop("targets")]
    owner = add_row(connection, insert(schema.statement).values(row))
    _add_rows(connection, schema.statement_target, owner, targets)


def _save_commitments(connection: Connection, number: int, commitments: Sequence[Commitment]) -> None:
    table = schema.commitment
    stored = _stored(connection, number)
    drop_words(connection, list(stored.values()))
    kept = {commitment.id for commitment in commitments}
    gone = [{"gone": n} for key, (n, _) in stored.items() if key not in kept]
    if gone:
        connection.execute(delete(table).where(table.c.number == bindparam("gone")), gone)
    words = []
    for position, commitment in enumerate(commitments):
        row = commitment_row(commitment, position)
        if commitment.id in stored:
            owner = stored[commitment.id][0]
            connection.execute(update(table).where(table.c.number == owner).values(row))
            for part in _OF_COMMITMENT:
                connection.execute(delete(part).where(part.c.commitment == owner))
        else:
            owner = add_row(connection, insert(table).values(report=number, **row))
        for part, rows in _OF_COMMITMENT.items():
            _add_rows(connection, part, owner, rows(commitment))
        words.append((owner, commitment.text))
    add_words(connection, words)


def _stored(connection: Connection, number: int) -> dict[str, tuple[int, str]]:
    """Return number and text of the commitments that are stored of a report, by id."""
    table = schema.commitment
    query = select(table.c.id, table.c.number, table.c.text).where(table.c.report == number)
    return {row.id: (row.number, row.text) for row in connection.execute(query)}
