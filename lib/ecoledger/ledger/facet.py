"""Counts beside the choices of a filter: how many commitments each would leave, all other conditions kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from ecoledger.ledger import schema
from ecoledger.ledger.condition import commitment_conditions
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.row import SEPARATOR

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

MAX_BODIES = 300
"""Bodies listed, the most frequent: nobody scrolls further, and the search by words finds the rest."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter takes, its name where the ledger knows one, and its number of commitments."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices of each condition; most frequent first, places by code.

    Prefectures and counties are those of the places chosen above them. A commitment may stand under several
    themes, deadline kinds and bodies; everything else adds up.
    """

    provinces: tuple[Choice, ...]
    prefectures: tuple[Choice, ...]
    counties: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    labels: tuple[Choice, ...]
    deadline_kinds: tuple[Choice, ...]
    bodies: tuple[Choice, ...]


def count_facets(ledger: Ledger, wanted: Filter) -> Facets:
    """Return the counts beside each choice. Raises LedgerError."""
    table = schema.commitment
    with ledger.read() as connection:
        return Facets(
            provinces=_places(connection, "province", wanted.without("provinces", "prefectures", "counties")),
            prefectures=_places(connection, "prefecture", wanted.without("prefectures", "counties")),
            counties=_places(connection, "county", wanted.without("counties")),
            themes=_listed(connection, table.c.themes, wanted.without("themes")),
            labels=_listed(connection, table.c.label, wanted.without("labels")),
            deadline_kinds=_listed(connection, table.c.kinds, wanted.without("deadline_kinds")),
            bodies=_bodies(connection, wanted.without("bodies"), wanted.bodies),
        )


def _places(connection: Connection, level: str, wanted: Filter) -> tuple[Choice, ...]:
    table, report = schema.commitment, schema.report
    code = table.c[level]
    counted = connection.execute(
        select(code, func.count()).where(*commitment_conditions(connection, wanted)).group_by(code)
    )
    counts = {row[0]: row[1] for row in counted}
    unknown = counts.pop(None, 0) if level == "province" else 0
    counts.pop(None, None)
    named = connection.execute(
        select(report.c[level], func.max(report.c[f"{level}_name"])).group_by(report.c[level])
    )
    names = {row[0]: row[1] for row in named}
    found = [Choice(value, names.get(value) or value, count) for value, count in sorted(counts.items())]
    if unknown:
        found.append(Choice(UNKNOWN, "地区不明", unknown))
    return tuple(found)


def _listed(connection: Connection, column: ColumnElement[str], wanted: Filter) -> tuple[Choice, ...]:
    """Count by whole lists in the database, of which there are few, and take these apart here."""
    rows = connection.execute(
        select(column, func.count()).where(*commitment_conditions(connection, wanted)).group_by(column)
    )
    counts: Counter[str] = Counter()
    for listed, count in rows:
        for value in listed.split(SEPARATOR):
            if value:
                counts[value] += count
    return _ranked(counts)


def _bodies(connection: Connection, wanted: Filter, chosen: tuple[str, ...]) -> tuple[Choice, ...]:
    table, body = schema.commitment, schema.body
    count = func.count(body.c.commitment.distinct())
    query = select(body.c.name, count).group_by(body.c.name)
    conditions = commitment_conditions(connection, wanted)
    if conditions:
        query = query.join(table, table.c.number == body.c.commitment).where(*conditions)
    first = connection.execute(query.order_by(count.desc(), body.c.name).limit(MAX_BODIES))
    counts = {row[0]: row[1] for row in first}
    missing = [name for name in chosen if name not in counts]
    if missing:
        counts |= {row[0]: row[1] for row in connection.execute(query.where(body.c.name.in_(missing)))}
    return _ranked(counts)


def _ranked(counts: dict[str, int]) -> tuple[Choice, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Choice(value, value, count) for value, count in ranked)
