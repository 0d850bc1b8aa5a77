"""Finds the reports of the ledger that a document publishes once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, insert, or_, select

from ecoledger.duplicate.account import read_account
from ecoledger.duplicate.likeness import measure_likeness
from ecoledger.ledger import schema
from ecoledger.ledger.row import as_record
from ecoledger.ledger.source import account_of, find_source, find_telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from ecoledger.ledger.store import Ledger
    from ecoledger.model import Report

LEAST = 0.1
"""The share of a sketch that a copy has too, at the least: 0.25 was measured, and 0.11 between strangers."""

COMPARED = 16
"""Sources whose words are compared in one look-up."""


@dataclass(frozen=True, slots=True)
class Match:
    """A report of the ledger with a source of the same words; `likeness` is that of the likest, 0.82 to 1."""

    report_id: str
    title: str | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Parted:
    """A report from which a person has parted another."""

    id: str
    title: str | None


def find_copied(ledger: Ledger, report: Report) -> Match | None:
    """Return the report that `report`, just read and not stored, publishes once more; None for a new one.

    Raises LedgerError.
    """
    with ledger.read() as connection:
        if find_source(connection, report.id) is not None:
            return None
        found = find_matches(connection, report)
        if not found:
            return None
        table = schema.report
        number, likeness = next(iter(found.items()))
        row = connection.execute(select(table.c.id, table.c.title).where(table.c.number == number)).one()
        return Match(row.id, row.title, likeness)


def find_matches(connection: Connection, report: Report, beside: int | None = None) -> dict[int, float]:
    """Return the likeness of each report that has a like source, by its number, the likest first.

    `beside` is the number of the report that `report` is of already. Left out are reports that a person has
    parted from it.
    """
    account = read_account(report)
    hashes = find_telling(connection, account.words)
    if not hashes:
        return {}
    table = schema.source
    compared = (table.c.report, table.c.places, table.c.date, table.c.day, table.c.people, table.c.title)
    query = select(*compared, table.c.clean).where(
        table.c.number.in_(_sharing(connection, hashes)), table.c.id != report.id
    )
    found: dict[int, float] = {}
    for row in connection.execute(query.order_by(table.c.number)).mappings():
        likeness = None if row["report"] == beside else measure_likeness(account, account_of(row))
        if likeness is not None:
            found[row["report"]] = max(likeness, found.get(row["report"], 0.0))
    own = {report.id, *(_ids(connection, beside) if beside is not None else ())}
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return {number: likeness for number, likeness in ranked if not are_apart(connection, own, number)}


def _sharing(connection: Connection, hashes: Sequence[int]) -> list[int]:
    """Return the numbers of the sources that share most of what tells a sketch: only they are worth comparing."""
    table = schema.shingle
    shared = func.count()
    query = select(table.c.source).where(table.c.hash.in_(hashes)).group_by(table.c.source)
    near = query.having(shared >= LEAST * len(hashes)).order_by(shared.desc(), table.c.source)
    return list(connection.scalars(near.limit(COMPARED)))


def are_apart(connection: Connection, ids: Iterable[str], number: int) -> bool:
    """Return whether a person has parted a source of the report with this number from one of `ids`."""
    table = schema.apart
    theirs = select(schema.source.c.id).where(schema.source.c.report == number)
    ours = list(ids)
    query = select(table.c.one).where(
        or_(
            and_(table.c.one.in_(ours), table.c.other.in_(theirs)),
            and_(table.c.other.in_(ours), table.c.one.in_(theirs)),
        )
    )
    return connection.execute(query.limit(1)).first() is not None


def keep_apart(connection: Connection, source_id: str, others: Iterable[str]) -> None:
    """Remember that the source and each of `others` are of two reports."""
    table = schema.apart
    for other in others:
        pair = dict(zip(("one", "other"), sorted((source_id, other)), strict=True))
        if not connection.execute(select(table.c.one).filter_by(**pair)).first():
            connection.execute(insert(table).values(pair))


def forget_apart(connection: Connection, number: int) -> None:
    """Forget from what the sources of the report with this number were parted."""
    table = schema.apart
    ids = select(schema.source.c.id).where(schema.source.c.report == number)
    connection.execute(delete(table).where(or_(table.c.one.in_(ids), table.c.other.in_(ids))))


def forget_between(connection: Connection, one: int, other: int) -> None:
    """Forget that sources of these two reports were parted from each other."""
    table = schema.apart
    ours, theirs = _ids(connection, one), _ids(connection, other)
    connection.execute(
        delete(table).where(
            or_(
                and_(table.c.one.in_(ours), table.c.other.in_(theirs)),
                and_(table.c.other.in_(ours), table.c.one.in_(theirs)),
            )
        )
    )


def list_parted(ledger: Ledger, report_id: str) -> tuple[Parted, ...]:
    """Return the reports from which a person has parted the report with this id. Raises LedgerError."""
    report, source, table = schema.report, schema.source, schema.apart
    ours = (
        select(source.c.id).join(report, report.c.number == source.c.report).where(report.c.id == report_id)
    )
    parted = or_(
        source.c.id.in_(select(table.c.other).where(table.c.one.in_(ours))),
        source.c.id.in_(select(table.c.one).where(table.c.other.in_(ours))),
    )
    query = select(report.c.id, report.c.title).where(
        report.c.number.in_(select(source.c.report).where(parted)), report.c.id != report_id
    )
    with ledger.read() as connection:
        rows = connection.execute(query.order_by(report.c.number)).mappings()
        return tuple(as_record(Parted, row) for row in rows)


def _ids(connection: Connection, number: int) -> list[str]:
    query = select(schema.source.c.id).where(schema.source.c.report == number)
    return list(connection.scalars(query))
