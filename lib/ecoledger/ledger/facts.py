"""The narrow facts of the ledger in memory, as columns: what is filtered, counted, sorted and grouped by.

They are read once for each state of the ledger. A page asks for dozens of counts under one filter; over columns each
takes a fraction of a millisecond, and every count, table and file goes by the same rows.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import pandas as pd
from sqlalchemy import Boolean, String, case, cast, select, type_coerce

from ecoledger.ledger import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Connection, Select

    from ecoledger.ledger.store import Ledger

_T = TypeVar("_T")
_HELD = "facts"
_MOST_HELD = 128
"""Of what was worked out, so much is remembered: what some people look at in turn."""
_OF_REPORT = ("province", "prefecture", "county", "date", "meeting_kind", "reliable")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """The frames, each with rows counted from 0.

    reports: by inner key: number, id, title, source, published, province, prefecture, county (codes), adcode, the
    names of these, date, date_source, reliable, rules_version, file, added_at; of its meeting: meeting (whether there is one),
    meeting_name, meeting_kind, meeting_form, date_text.
    commitments: by report and position: number, report (row in `reports`), position, due, label, speaker, themes and
    kinds (lists with ; between), has_target, has_number, has_deadline, has_body, doubtful; and of its report: province,
    prefecture, county, date, meeting_kind, reliable.
    targets, deadlines, bodies: `row` is that of the commitment, the rest as in the ledger; values are floats.
    Dates are datetime64, codes and words categories, what is not known is missing.
    """

    revision: int
    reports: pd.DataFrame
    commitments: pd.DataFrame
    targets: pd.DataFrame
    deadlines: pd.DataFrame
    bodies: pd.DataFrame
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    held: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What was worked out from these facts and may be used again."""

    def remember(self, key: Any, work_out: Callable[[], _T]) -> _T:
        """Return what was worked out under `key`, or work it out; the eldest of many is forgotten."""
        with self.lock:
            if key not in self.held:
                while len(self.held) >= _MOST_HELD:
                    self.held.pop(next(iter(self.held)))
                self.held[key] = work_out()
            found: _T = self.held[key]
            return found


def read_facts(ledger: Ledger, connection: Connection) -> Facts:
    """Return the facts of the state that `connection` sees."""
    revision = connection.scalar(select(schema.revision.c.count)) or 0
    held: Facts | None = ledger.remembered.get(_HELD)
    if held is not None and held.revision == revision:
        return held
    with ledger.lock:
        held = ledger.remembered.get(_HELD)
        if held is None or held.revision != revision:
            held = _load(connection, revision)
            ledger.remembered[_HELD] = held
    return held


def as_values(column: pd.Series[Any]) -> list[Any]:
    """Return a column of the facts as values of Python: dates for days, None for what is missing."""
    values = column.dt.date if column.dtype.kind == "M" else column
    return [None if missing else value for value, missing in zip(values, column.isna(), strict=True)]


def _load(connection: Connection, revision: int) -> Facts:
    reports = _read_reports(connection)
    commitments = _read_commitments(connection, reports)
    numbers = commitments["number"].to_numpy()
    order = np.argsort(numbers)

    def row_of(owners: pd.Series[int]) -> Any:
        return order[np.searchsorted(numbers, owners.to_numpy(), sorter=order)].astype(np.int32)

    parts = []
    for query, words, days in (
        (_targets(), ("kind", "indicator", "indicator_code", "unit", "op", "change", "baseline"), ()),
        (_deadlines(), ("kind", "certainty"), ("begin", "due")),
        (_bodies(), ("name", "organ", "role"), ()),
    ):
        part = _frame(connection, query, words, days)
        part.insert(0, "row", row_of(part.pop("commitment")))
        parts.append(part)
    targets, deadlines, bodies = parts
    for value in ("value", "value2"):
        targets[value] = pd.to_numeric(targets[value])
    counted = np.zeros(len(commitments), dtype=bool)
    counted[targets["row"][targets["kind"] == "quantitative"]] = True
    commitments["has_number"] = counted
    return Facts(revision, reports, commitments, targets, deadlines, bodies)


def _read_reports(connection: Connection) -> pd.DataFrame:
    report, meeting = schema.report, schema.meeting
    query = (
        select(
            *(report.c[name] for name in ("number", "id", "file", "title", "source", "adcode", "place_name")),
            *(report.c[name] for name in ("province", "prefecture", "county")),
            *(report.c[name] for name in ("province_name", "prefecture_name", "county_name")),
            _day(report.c.date),
            _day(report.c.published),
            report.c.date_source,
            report.c.reliable,
            report.c.rules_version,
            _day(report.c.added_at),
            type_coerce(meeting.c.report.is_not(None), Boolean).label("meeting"),
            meeting.c.name.label("meeting_name"),
            meeting.c.kind.label("meeting_kind"),
            meeting.c.form.label("meeting_form"),
            meeting.c.date_text,
        )
        .outerjoin(meeting, meeting.c.report == report.c.number)
        .order_by(report.c.number)
    )
    words = ("province", "prefecture", "county", "meeting_kind", "date_source", "rules_version", "source")
    frame = _frame(connection, query, words, ("date", "published", "added_at"))
    return frame.astype({"reliable": bool, "meeting": bool})


def _read_commitments(connection: Connection, reports: pd.DataFrame) -> pd.DataFrame:
    table = schema.commitment
    flags = ("has_target", "has_deadline", "has_body")
    query = select(
        *(table.c[name] for name in ("number", "report", "position", "label", "speaker", "themes", "kinds")),
        _day(table.c.due),
        *(table.c[name] for name in flags),
    ).order_by(table.c.report, table.c.position)
    frame = _frame(connection, query, ("label", "speaker", "themes", "kinds"), ("due",))
    frame = frame.astype(dict.fromkeys(flags, bool))
    frame["report"] = np.searchsorted(reports["number"].to_numpy(), frame["report"]).astype(np.int32)
    doubtful = np.fromiter(connection.scalars(_doubtful()), dtype=np.int64)
    frame["doubtful"] = np.isin(frame["number"], doubtful)
    for name in _OF_REPORT:
        frame[name] = reports[name].take(frame["report"].to_numpy()).array
    return frame


def _targets() -> Select[Any]:
    table = schema.target
    exact = (type_coerce(table.c[name], String).label(name) for name in ("value", "value2"))
    names = ("commitment", "kind", "indicator", "indicator_code", "unit", "op", "change", "baseline")
    return select(*(table.c[name] for name in names), *exact).order_by(table.c.commitment, table.c.position)


def _deadlines() -> Select[Any]:
    table = schema.deadline
    query = select(
        table.c.commitment, table.c.kind, table.c.certainty, _day(table.c.begin), _day(table.c.due)
    )
    return query.order_by(table.c.commitment, table.c.position)


def _bodies() -> Select[Any]:
    table = schema.body
    query = select(table.c.commitment, table.c.name, table.c.organ, table.c.role)
    return query.order_by(table.c.commitment, table.c.position)


def _doubtful() -> Select[tuple[int]]:
    """Return the query for the commitments whose words an issue touches, as `Issue.touches` says."""
    table, issue = schema.commitment, schema.issue
    reach = case((issue.c.kind == "lost", 1), else_=0)
    return (
        select(table.c.number)
        .distinct()
        .join(issue, issue.c.report == table.c.report)
        .where(issue.c.start < table.c.end + reach, table.c.start < issue.c.end + reach)
    )


def _day(column: ColumnElement[Any]) -> ColumnElement[str]:
    """Return a column of days or times as words: a driver that makes a date of each costs more than all else."""
    return cast(column, String).label(column.name)


def _frame(
    connection: Connection, query: Select[Any], words: tuple[str, ...], days: tuple[str, ...]
) -> pd.DataFrame:
    columns = list(query.selected_columns.keys())
    found = connection.execute(query).all()
    values = zip(*found, strict=True) if found else ([] for _ in columns)
    frame = {}
    for name, column in zip(columns, values, strict=True):
        if name in days:
            frame[name] = pd.Series(np.array(column, dtype="datetime64[s]"))
        elif name in words:
            frame[name] = pd.Series(pd.Categorical(pd.array(list(column), dtype=object)))
        else:
            frame[name] = pd.Series(list(column), dtype=None if found else object)
    return pd.DataFrame(frame)
