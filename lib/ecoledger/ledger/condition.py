"""The conditions of a filter in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from ecoledger.ledger import schema
from ecoledger.ledger.dialect import having_words
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.row import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, FromClause

    from ecoledger.ledger.filter import Filter

    Condition = ColumnElement[bool]


def commitment_conditions(connection: Connection, wanted: Filter) -> list[Condition]:
    """Return the conditions on `schema.commitment`."""
    table = schema.commitment
    found = _filed(table, wanted)
    if wanted.report is not None:
        found.append(
            table.c.report.in_(select(schema.report.c.number).where(schema.report.c.id == wanted.report))
        )
    if wanted.labels:
        found.append(table.c.label.in_(wanted.labels))
    if wanted.deadline_kinds:
        found.append(or_(*(_lists(table.c.kinds, kind) for kind in wanted.deadline_kinds)))
    for name in ("has_target", "has_deadline", "has_body"):
        flag = getattr(wanted, name)
        if flag is not None:
            found.append(table.c[name].is_(flag))
    if wanted.themes:
        found.append(or_(*(_lists(table.c.themes, theme) for theme in wanted.themes)))
    if wanted.bodies:
        named = select(schema.body.c.commitment).where(schema.body.c.name.in_(wanted.bodies))
        found.append(table.c.number.in_(named))
    if wanted.terms:
        found.append(table.c.number.in_(having_words(connection.dialect.name, wanted.words)))
    return found


def report_conditions(connection: Connection, wanted: Filter) -> list[Condition]:
    """Return the conditions on `schema.report`: filed as wanted and, where asked, with such a commitment."""
    table = schema.report
    found = _filed(table, wanted)
    if wanted.report is not None:
        found.append(table.c.id == wanted.report)
    if wanted.by_commitment:
        such = commitment_conditions(connection, wanted)
        found.append(table.c.number.in_(select(schema.commitment.c.report).where(*such)))
    return found


def _filed(table: FromClause, wanted: Filter) -> list[Condition]:
    found = []
    places = list(_places(table, wanted))
    if places:
        found.append(or_(*places))
    if wanted.undated == "only":
        return [*found, table.c.date.is_(None)]
    dated = []
    if wanted.since is not None:
        dated.append(table.c.date >= wanted.since)
    if wanted.until is not None:
        dated.append(table.c.date <= wanted.until)
    if not wanted.with_undated:
        found.append(and_(*dated) if dated else table.c.date.is_not(None))
    elif dated:
        found.append(or_(and_(*dated), table.c.date.is_(None)))
    return found


def _places(table: FromClause, wanted: Filter) -> Iterable[Condition]:
    """Give a condition for each level; a place that is narrowed by one below it does not count for itself."""
    below = {*wanted.prefectures, *wanted.counties}
    provinces = [p for p in wanted.provinces if not any(q[:2] == p[:2] for q in below)]
    if UNKNOWN in provinces:
        provinces.remove(UNKNOWN)
        yield table.c.province.is_(None)
    prefectures = [p for p in wanted.prefectures if not any(q[:4] == p[:4] for q in wanted.counties)]
    for column, codes in (("province", provinces), ("prefecture", prefectures), ("county", wanted.counties)):
        if codes:
            yield table.c[column].in_(codes)


def _lists(column: ColumnElement[str], word: str) -> Condition:
    """Return whether the list in `column` names `word`."""
    return (SEPARATOR + column + SEPARATOR).contains(SEPARATOR + word + SEPARATOR, autoescape=True)
