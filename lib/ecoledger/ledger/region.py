"""What each place has, for the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import case, func, select

from ecoledger.ledger import schema
from ecoledger.ledger.condition import commitment_conditions, report_conditions
from ecoledger.ledger.filter import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, FromClause

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

MapLevel = Literal["province", "prefecture", "county"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a place, with all places below it, has."""

    reports: int = 0
    meetings: int = 0
    commitments: int = 0
    with_target: int = 0
    with_deadline: int = 0
    with_body: int = 0


def measure_regions(
    ledger: Ledger, wanted: Filter, level: MapLevel = "province", parent: str | None = None
) -> Mapping[str, Measure]:
    """Return the measures by code of place, at `level`, of places within `parent` (all of China when None).

    Where the path of a place has no such level, the next below stands in (the districts of a municipality at
    `prefecture`), else the one above: what a province itself reports stands under its own code, what has no
    known place under UNKNOWN. The values add up to the whole. Raises LedgerError.
    """
    report, meeting, table = schema.report, schema.meeting, schema.commitment
    with ledger.read() as connection:
        filed = _code(report, level)
        reports = connection.execute(
            select(filed, func.count(), func.count(meeting.c.report))
            .select_from(report)
            .outerjoin(meeting, meeting.c.report == report.c.number)
            .where(*report_conditions(connection, wanted), *_within(report, parent))
            .group_by(filed)
        ).all()
        code = _code(table, level)
        items = connection.execute(
            select(
                code,
                func.count(),
                func.count(case((table.c.has_target, 1))),
                func.count(case((table.c.has_deadline, 1))),
                func.count(case((table.c.has_body, 1))),
            )
            .where(*commitment_conditions(connection, wanted), *_within(table, parent))
            .group_by(code)
        ).all()
    counted = {row[0]: tuple(row[1:]) for row in items}
    return {row[0]: Measure(row[1], row[2], *counted.get(row[0], ())) for row in reports}


def _code(table: FromClause, level: MapLevel) -> ColumnElement[str]:
    columns = {
        "province": [table.c.province],
        "prefecture": [table.c.prefecture, table.c.county, table.c.province],
        "county": [table.c.county, table.c.prefecture, table.c.province],
    }[level]
    return func.coalesce(*columns, UNKNOWN)


def _within(table: FromClause, parent: str | None) -> list[ColumnElement[bool]]:
    if parent is None:
        return []
    return [(table.c.province if parent.endswith("0000") else table.c.prefecture) == parent]
