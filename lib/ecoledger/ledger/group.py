"""Joins the sources of one report, lets the best of them be its text, parts them, and joins them again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from ecoledger.ledger import schema
from ecoledger.ledger.alias import add_aliases, alias_sources, read_ids
from ecoledger.ledger.correction import Correction
from ecoledger.ledger.filing import add_report, drop_report, file_report, put_text
from ecoledger.ledger.match import are_apart, forget_between, keep_apart
from ecoledger.ledger.reading import pack_report
from ecoledger.ledger.report import read_correction, read_report
from ecoledger.ledger.source import (
    find_source,
    named,
    reading_of,
    set_source,
    source_rows,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, RowMapping

    from ecoledger.ledger.store import Ledger

WHOLE = 0.9
"""A source with less of the longest reliable one's characters is cut, and cannot be the text beside a whole one."""

_AROUND = "boilerplate"
"""The kind of damage that stands around a text, not in it."""


def part_source(ledger: Ledger, source_id: str) -> str | None:
    """Part the source from the others of its report, for good: they are two reports, and stay two.

    Return the id of the new report: the source's, or, where the source gave the report its id, that of the first
    of the others, which then leave. What a person set stays with the report that keeps the id. None when there is
    no such source, or no other beside it. Raises LedgerError.
    """
    with ledger.write() as connection:
        row = find_source(connection, source_id)
        others = [] if row is None else _beside(connection, row)
        if row is None or not others:
            return None
        keep_apart(connection, row["id"], (other["id"] for other in others))
        stays = row["id"] == _id(connection, row["report"])
        leaving = others if stays else [row]
        staying = [row] if stays else others
        _choose(connection, row["report"], staying)
        return _leave(connection, row["report"], [one["id"] for one in leaving])


def join_by_hand(ledger: Ledger, one_id: str, other_id: str) -> str | None:
    """Make one report of two that a person knows to be one, also where they had been parted; return its id.

    Each is named by its id or that of any of its sources. None when one is not there, or they are one already.
    Raises LedgerError.
    """
    with ledger.write() as connection:
        found = [find_source(connection, one) for one in (one_id, other_id)]
        numbers = [row["report"] for row in found if row is not None]
        if len(set(numbers)) < 2:
            return None
        forget_between(connection, *numbers)
        return _id(connection, join_reports(connection, numbers))


def join_reports(connection: Connection, numbers: Iterable[int]) -> int:
    """Make one of reports with the same words, as far as nobody has parted them, and return its number.

    The first is always in it. The one that a person has corrected keeps its id, else the eldest. What else a person
    set is laid over it, and the ids of the others' commitments lead to its own.
    """
    joined: list[int] = []
    for number in numbers:
        ids = [row["id"] for other in joined for row in source_rows(connection, other)]
        if not are_apart(connection, ids, number):
            joined.append(number)
    kept, *gone = sorted(joined, key=lambda number: (not read_correction(connection, number), number))
    known: dict[str, str] = {}
    corrections = [read_correction(connection, number) for number in (kept, *gone)]
    for number in gone:
        known |= read_ids(connection, number)
        _freeze(connection, number)
        table = schema.source
        connection.execute(update(table).where(table.c.report == number).values(report=kept))
        drop_report(connection, number)
    if gone:
        file_report(connection, kept, read_report(connection, kept), _lay_over(corrections))
        _choose(connection, kept, source_rows(connection, kept))
        add_aliases(connection, kept, known)
    return kept


def choose_text(connection: Connection, number: int) -> None:
    """Let the best source of the report with this number be its text."""
    _choose(connection, number, source_rows(connection, number))


def _choose(connection: Connection, number: int, rows: Iterable[RowMapping]) -> None:
    best = _find_best(rows)
    if best["is_text"]:
        return
    _freeze(connection, number)
    report = named(reading_of(best), _id(connection, number))
    correction = read_correction(connection, number)
    put_text(connection, number, report, best["kind"], correction, copied=True)
    set_source(connection, best["number"], is_text=True, reading=None)
    alias_sources(connection, number, source_rows(connection, number))


def _freeze(connection: Connection, number: int) -> None:
    """Keep what stands as text with its source: another will be the text."""
    current = next(row for row in source_rows(connection, number) if row["is_text"])
    report = named(read_report(connection, number), current["id"])
    set_source(connection, current["number"], is_text=False, reading=pack_report(report))


def _leave(connection: Connection, number: int, ids: list[str]) -> str:
    """Make a report of its own of the sources `ids` of a report, none of which is its text; return its id."""
    rows = [row for row in source_rows(connection, number) if row["id"] in ids]
    best = _find_best(rows)
    identity: str = rows[0]["id"]
    new = add_report(connection, named(reading_of(best), identity), best["kind"], Correction())
    set_source(connection, best["number"], is_text=True, reading=None)
    for row in rows:
        set_source(connection, row["number"], report=new)
    alias_sources(connection, new, source_rows(connection, new))
    return identity


def _lay_over(corrections: Sequence[Correction]) -> Correction:
    """Return what the first correction sets, and of the others what those before them leave open."""
    return Correction(
        next((one.region for one in corrections if one.region is not None), None),
        next((one.date for one in corrections if one.date is not None), None),
    )


def _beside(connection: Connection, row: RowMapping) -> list[RowMapping]:
    return [other for other in source_rows(connection, row["report"]) if other["id"] != row["id"]]


def _id(connection: Connection, number: int) -> str:
    query = select(schema.report.c.id).where(schema.report.c.number == number)
    identity: str = connection.execute(query).scalar_one()
    return identity


def _find_best(rows: Iterable[RowMapping]) -> RowMapping:
    """Return the best of the sources, the same in whatever order they came; the id decides last."""
    known = [(row, len(text_of(row))) for row in rows]
    reliable = [length for row, length in known if row["reliable"]]
    longest = max(reliable or [length for _, length in known])
    best, _ = min(known, key=lambda one: _rank(one[0], one[1], longest))
    return best


def _rank(row: RowMapping, length: int, longest: int) -> tuple[bool, bool, int, int, int, bool, dt.date, str]:
    """Return what the best source has least of. Of two whole copies the one that needed no repair is the better."""
    unsolved = sum(damage["count"] - damage["repaired"] for damage in row["damage"])
    return (
        not row["reliable"],
        length < WHOLE * longest,
        unsolved,
        -length,
        sum(damage["count"] for damage in row["damage"] if damage["kind"] != _AROUND),
        row["source"] is None,
        row["published"] or dt.date.max,
        row["id"],
    )
