"""Writes what was read of a report: its texts, its parts and its commitments."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from ecoledger.errors import LedgerError
from ecoledger.ledger import schema
from ecoledger.ledger.dialect import add_words, drop_words
from ecoledger.ledger.row import commitment_row, meeting_row, plain_row, text_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
    _add_statements(connection, number, report.statements)
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
    _insert(connection, table, _owned(table, owner, rows))


def _owned(table: Table, owner: int, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of `table` in their order, with the keys that say whose they are."""
    key = table.primary_key.columns[0].name
    return [{key: owner, "position": position, **row} for position, row in enumerate(rows)]


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows at one go: a statement for each of them would be most of those that a report takes."""
    if rows:
        connection.execute(insert(table), rows)


def _add_statements(connection: Connection, number: int, statements: Sequence[Statement]) -> None:
    table, part = schema.statement, schema.statement_target
    rows = [
        plain_row(statement) | {"report": number, "position": position}
        for position, statement in enumerate(statements)
    ]
    targets = [[plain_row(target) for target in row.pop("targets")] for row in rows]
    _insert(connection, table, rows)
    query = select(table.c.number).where(table.c.report == number).order_by(table.c.position)
    owned = zip(connection.scalars(query), targets, strict=True)
    _insert(connection, part, [row for owner, its in owned for row in _owned(part, owner, its)])


def _save_commitments(connection: Connection, number: int, commitments: Sequence[Commitment]) -> None:
    stored = _stored(connection, number)
    if stored:
        _drop_parts(connection, number)
    drop_words(connection, list(stored.values()))
    rows = [commitment_row(item, position) for position, item in enumerate(commitments)]
    _put_commitments(connection, number, rows, {key: owner for key, (owner, _) in stored.items()})
    numbers = {key: owner for key, (owner, _) in _stored(connection, number).items()}
    for part, parts in _OF_COMMITMENT.items():
        owned = (_owned(part, numbers[item.id], parts(item)) for item in commitments)
        _insert(connection, part, list(chain.from_iterable(owned)))
    add_words(connection, [(numbers[item.id], item.text) for item in commitments])


def _drop_parts(connection: Connection, number: int) -> None:
    items = select(schema.commitment.c.number).where(schema.commitment.c.report == number)
    for part in _OF_COMMITMENT:
        connection.execute(delete(part).where(part.c.commitment.in_(items)))


def _put_commitments(
    connection: Connection, number: int, rows: Sequence[Row], stored: Mapping[str, int]
) -> None:
    """Put `rows` in place of the commitments `stored` of the report with this number; who stays keeps its number."""
    table = schema.commitment
    here = table.c.number == bindparam("here")
    gone = [{"here": stored[key]} for key in stored.keys() - {row["id"] for row in rows}]
    if gone:
        connection.execute(delete(table).where(here), gone)
    kept = [{"here": stored[row["id"]], **row} for row in rows if row["id"] in stored]
    if kept:
        connection.execute(update(table).where(here), kept)
    _insert(connection, table, [{"report": number, **row} for row in rows if row["id"] not in stored])


def _stored(connection: Connection, number: int) -> dict[str, tuple[int, str]]:
    """Return number and text of the commitments that are stored of a report, by id."""
    table = schema.commitment
    query = select(table.c.id, table.c.number, table.c.text).where(table.c.report == number)
    return {row.id: (row.number, row.text) for row in connection.execute(query)}
