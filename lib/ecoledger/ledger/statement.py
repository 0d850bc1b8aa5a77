"""The numbers that reports state without promising them: what was achieved, and what is demanded of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sqlalchemy import String, select, type_coerce

from ecoledger.ledger import schema
from ecoledger.ledger.facts import read_facts
from ecoledger.ledger.selection import read_selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

_OF_COMMITMENTS = (
    "themes", "labels", "speakers", "deadline_kinds", "lights", "light_rule", "due_since", "due_until", "bodies",
    "organs", "body_roles", "indicators", "words", "has_target", "has_number", "has_deadline", "has_body", "doubtful",
    "commitments",
)  # fmt: skip
_COLUMNS = (
    "number", "report", "kind", "start", "indicator", "indicator_code", "unit", "op", "change", "baseline", "value",
    "value2",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatementText:
    """The words of a statement, and where they stand."""

    number: int
    text: str
    report_id: str
    rules_version: str


def of_reports(wanted: Filter) -> Filter:
    """Return what `wanted` asks of reports: the conditions on commitments do not speak of statements."""
    return wanted.without(*_OF_COMMITMENTS)


def list_stated(ledger: Ledger, wanted: Filter) -> pd.DataFrame:
    """Return the numbers stated in the reports that `wanted` leaves, as far as it speaks of reports.

    number: the inner key of the statement; report: the row in `Facts.reports`; kind: achieved or demand; the rest as
    in `Facts.targets`. Raises LedgerError.
    """
    with ledger.read() as connection:
        facts = read_facts(ledger, connection)
        stated = facts.remember("stated", lambda: _load(connection, facts))
        filed = read_selection(ledger, connection, of_reports(wanted)).filed
    lines: pd.DataFrame = stated[filed[stated["report"].to_numpy()]]
    return lines


def read_statements(ledger: Ledger, numbers: Sequence[int]) -> dict[int, StatementText]:
    """Return the words of statements by inner key. Raises LedgerError."""
    table, report = schema.statement, schema.report
    query = (
        select(table.c.number, table.c.text, report.c.id, report.c.rules_version)
        .join(report, table.c.report == report.c.number)
        .where(table.c.number.in_(numbers))
    )
    with ledger.read() as connection:
        return {row.number: StatementText(*row) for row in connection.execute(query)}


def _load(connection: Connection, facts: Facts) -> pd.DataFrame:
    table, part = schema.statement, schema.statement_target
    exact = (type_coerce(part.c[name], String).label(name) for name in ("value", "value2"))
    names = ("indicator", "indicator_code", "unit", "op", "change", "baseline")
    query = (
        select(
            table.c.number, table.c.report, table.c.kind, table.c.start, *(part.c[n] for n in names), *exact
        )
        .join(part, part.c.statement == table.c.number)
        .where(part.c.value.is_not(None))
        .order_by(table.c.number, part.c.position)
    )
    frame = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=list(_COLUMNS))
    frame["report"] = np.searchsorted(
        facts.reports["number"].to_numpy(), frame["report"].to_numpy(dtype=np.int64)
    )
    for name in ("kind", *names):
        frame[name] = pd.Categorical(frame[name].astype(object))
    for name in ("value", "value2"):
        frame[name] = pd.to_numeric(frame[name])
    return frame
