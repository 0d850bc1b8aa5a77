"""What is doubtful of commitments: the issues of their reports that touch their words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from ecoledger.ledger import schema
from ecoledger.ledger.row import as_record
from ecoledger.model import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, RowMapping


def read_doubts(connection: Connection, rows: Iterable[RowMapping]) -> Mapping[int, tuple[str, ...]]:
    """Return the messages of what is doubtful, each once, by the number of the commitment; `rows` are of its table."""
    rows = list(rows)
    table = schema.issue
    query = select(table).where(
        table.c.report.in_({row["report"] for row in rows}), table.c.start.is_not(None)
    )
    issues: dict[int, list[Issue]] = defaultdict(list)
    for found in connection.execute(query.order_by(table.c.report, table.c.position)).mappings():
        issues[found["report"]].append(as_record(Issue, found))
    return {
        row["number"]: tuple(
            dict.fromkeys(i.message for i in issues[row["report"]] if i.touches(row["start"], row["end"]))
        )
        for row in rows
    }
