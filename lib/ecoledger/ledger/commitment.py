"""Lists commitments: a page at a time, or all of them one after another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from ecoledger.ledger import schema
from ecoledger.ledger.doubt import read_doubts
from ecoledger.ledger.light import ABSENT
from ecoledger.ledger.row import SEPARATOR, as_record
from ecoledger.ledger.selection import read_selection
from ecoledger.ledger.selection import select as select_rows
from ecoledger.ledger.sort import Order, Sort, sort_rows
from ecoledger.model import Body, Deadline, Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Column, Connection, RowMapping, Table

    from ecoledger.ledger.correction import DateSource
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger
    from ecoledger.model import DeadlineKind, Label

PAGE_SIZE = 50
_BATCH = 400
"""Rows read at once when all are wanted; SQLite takes 999 values in one IN everywhere."""


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment as it stands in a table, with what its report says of place and meeting.

    `date` is the meeting's, else of publication, as `date_source` says; `due` the earliest dated deadline.
    `position` counts the commitments of a report from 0. `source` is who published the text that it was read from,
    `sources` all who published the report, that one first. `doubts` say what is doubtful about its words.
    """

    id: str
    report_id: str
    position: int
    start: int
    end: int
    text: str
    label: Label
    speaker: str | None
    themes: tuple[str, ...]
    deadline_kinds: tuple[DeadlineKind, ...]
    due: dt.date | None
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    bodies: tuple[Body, ...]
    rules: tuple[str, ...]
    doubts: tuple[str, ...]
    adcode: str | None
    place: str | None
    province: str | None
    prefecture: str | None
    county: str | None
    meeting: str | None
    date: dt.date | None
    date_source: DateSource
    title: str | None
    source: str | None
    sources: tuple[str, ...]
    reliable: bool
    rules_version: str


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of page `page` out of `pages` (at least one), and how many rows there are in all."""

    rows: tuple[CommitmentRow, ...]
    total: int
    page: int
    pages: int


def count_commitments(ledger: Ledger, wanted: Filter) -> int:
    """Return how many commitments there are. Raises LedgerError."""
    return int(select_rows(ledger, wanted).chosen.sum())


def list_commitments(
    ledger: Ledger, wanted: Filter, order: Order | None = None, page: int = 1, size: int = PAGE_SIZE
) -> Page:
    """Return one page, counted from 1; a page beyond the ends is the nearest there is. Raises LedgerError."""
    with ledger.read() as connection:
        numbers = _numbers(ledger, connection, wanted, order)
        pages = max(1, -(-len(numbers) // size))
        page = min(max(page, 1), pages)
        rows = read_rows(connection, numbers[(page - 1) * size : page * size])
        return Page(rows, len(numbers), page, pages)


def iter_commitments(ledger: Ledger, wanted: Filter, order: Order | None = None) -> Iterator[CommitmentRow]:
    """Give every commitment in turn, all of one state of the ledger. Raises LedgerError."""
    with ledger.read() as connection:
        numbers = _numbers(ledger, connection, wanted, order)
        for at in range(0, len(numbers), _BATCH):
            yield from read_rows(connection, numbers[at : at + _BATCH])


def get_commitment(ledger: Ledger, commitment_id: str) -> CommitmentRow | None:
    """Return the commitment with this id, or that had it before its report was joined into another.

    None when there is none. Raises LedgerError.
    """
    table, alias = schema.commitment, schema.commitment_alias
    known = select(alias.c.commitment).where(alias.c.id == commitment_id)
    with ledger.read() as connection:
        found = select(table.c.number).where(or_(table.c.id == commitment_id, table.c.number.in_(known)))
        number = connection.scalar(found)
        return None if number is None else read_rows(connection, [number])[0]


def _numbers(ledger: Ledger, connection: Connection, wanted: Filter, order: Order | None) -> list[int]:
    """Return the inner keys in order."""
    rows = read_selection(ledger, connection, wanted).rows
    numbers: list[int] = rows["number"].to_numpy()[sort_rows(rows, order or Sort())].tolist()
    return numbers


def read_rows(connection: Connection, numbers: Sequence[int]) -> tuple[CommitmentRow, ...]:
    """Return the commitments with these inner keys, in their order."""
    if not numbers:
        return ()
    table, report, meeting = schema.commitment, schema.report, schema.meeting
    query = (
        select(
            *_told(table),
            report.c.id.label("report_id"),
            report.c.adcode,
            report.c.place_name,
            report.c.province_name,
            report.c.prefecture_name,
            report.c.county_name,
            report.c.date,
            report.c.date_source,
            report.c.title,
            report.c.source,
            report.c.reliable,
            report.c.rules_version,
            meeting.c.name.label("meeting"),
        )
        .join(report, table.c.report == report.c.number)
        .outerjoin(meeting, meeting.c.report == report.c.number)
        .where(table.c.number.in_(numbers))
    )
    rows = {row["number"]: row for row in connection.execute(query).mappings()}
    targets, deadlines, bodies = (
        _parts(connection, part, numbers) for part in (schema.target, schema.deadline, schema.body)
    )
    sources = _sources(connection, {row["report"] for row in rows.values()})
    doubts = read_doubts(connection, rows.values())
    return tuple(
        as_record(
            CommitmentRow,
            rows[number],
            sources=tuple(sources[rows[number]["report"]]),
            doubts=doubts[number],
            place=rows[number]["place_name"],
            province=rows[number]["province_name"],
            prefecture=rows[number]["prefecture_name"],
            county=rows[number]["county_name"],
            themes=_list(rows[number]["themes"]),
            deadline_kinds=_list(rows[number]["kinds"].removeprefix(ABSENT)),
            targets=tuple(as_record(Target, row, reasons=None) for row in targets[number]),
            deadlines=tuple(as_record(Deadline, row, reasons=None) for row in deadlines[number]),
            bodies=tuple(as_record(Body, row, reasons=None) for row in bodies[number]),
        )
        for number in numbers
    )


def _sources(connection: Connection, reports: Iterable[int]) -> Mapping[int, dict[str, None]]:
    """Return the names of those who published each of the reports, in order and each once."""
    table = schema.source
    query = select(table.c.report, table.c.source).where(table.c.report.in_(reports))
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for report, name in connection.execute(query.order_by(table.c.is_text.desc(), table.c.number)):
        if name:
            found[report][name] = None
    return found


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()


def _told(table: Table) -> Iterator[Column[Any]]:
    """Give the columns of a table but the reasons, which only the page of a report shows."""
    return (column for column in table.c if column.name != "reasons")


def _parts(connection: Connection, part: Table, numbers: Sequence[int]) -> Mapping[int, list[RowMapping]]:
    query = select(*_told(part)).where(part.c.commitment.in_(numbers)).order_by(part.c.position)
    found: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["commitment"]].append(row)
    return found
