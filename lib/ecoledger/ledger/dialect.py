"""What differs between databases: the settings of a connection and the index of words.

SQLite keeps the words in a full-text index of pairs of characters; another database keeps them folded in a
table of its own, to be searched by LIKE (PostgreSQL speeds that up with an index of pg_trgm).
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, and_, column, delete, event, insert, select, table, text

from ecoledger.ledger.search import as_match, as_pairs, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Engine, Select

_TRIES = 100
_PAUSE = 0.05  # seconds

_WRITERS = 0x65636F6C
"""The number of the lock that writers share: "ecol"."""

WRITE = "ledger_write"
"""The execution option of a transaction that will write."""

SHADOWS = ("commitment_words",)
"""Beginnings of the names of tables that hold the index and stand in no metadata."""

_words = table("commitment_words", column("commitment", Integer), column("words", Text))
_pairs = table("commitment_words", column("rowid", Integer), column("words", Text))


def tune(engine: Engine) -> None:
    """Set up each new connection of `engine` and each of its transactions.

    A reader sees one state throughout; one writer writes at a time, so that two copies of a report that come at once
    see each other.
    """
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)


def create_words(connection: Connection) -> None:
    """Make the empty index of words."""
    if connection.dialect.name == "sqlite":
        # Contentless: the words stand in the commitment already.
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE commitment_words"
                " USING fts5(words, content='', columnsize=0, tokenize='ascii')"
            )
        )
    else:
        connection.execute(
            text(
                "CREATE TABLE commitment_words (words TEXT NOT NULL, commitment INTEGER PRIMARY KEY"
                " REFERENCES commitment (number) ON DELETE CASCADE)"
            )
        )


def add_words(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Put the words of commitments, as (number, text), into the index."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(insert(_pairs), [{"rowid": n, "words": as_pairs(words)} for n, words in rows])
    else:
        connection.execute(insert(_words), [{"commitment": n, "words": fold(words)} for n, words in rows])


def drop_words(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Take the words of commitments, as (number, text) just as they were put in, out of the index."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "INSERT INTO commitment_words(commitment_words, rowid, words) VALUES ('delete', :n, :words)"
            ),
            [{"n": n, "words": as_pairs(words)} for n, words in rows],
        )
    else:
        connection.execute(delete(_words).where(_words.c.commitment.in_([n for n, _ in rows])))


def having_words(dialect: str, found: tuple[str, ...]) -> Select[tuple[int]]:
    """Return the query for the numbers of commitments that hold all of these words (folded; at least one)."""
    if dialect == "sqlite":
        return select(_pairs.c.rowid).where(_pairs.c.words.op("MATCH")(as_match(found)))
    return select(_words.c.commitment).where(
        and_(*(_words.c.words.contains(word, autoescape=True) for word in found))
    )


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN comes late and never for reading: ours gives every transaction one view of the data.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 10000")
    _keep_a_log(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _keep_a_log(cursor: Any) -> None:
    # Of several that open a new file at once, SQLite turns all but one away here without waiting: it must be asked again.
    for tries_left in reversed(range(_TRIES)):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not tries_left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that first reads and then writes could not wait for another.
    writing = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITE, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")  # let go with the transaction
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
