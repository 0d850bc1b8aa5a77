"""Writes to the ledger: each call is one transaction, so a report is there as a whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ecoledger.ledger.alias import alias_sources
from ecoledger.ledger.correction import Correction
from ecoledger.ledger.filing import add_report, drop_report, file_report, find_report, put_text, update_report
from ecoledger.ledger.group import choose_text, join_reports
from ecoledger.ledger.match import find_matches, forget_apart, keep_apart
from ecoledger.ledger.report import read_correction, read_report
from ecoledger.ledger.row import digest
from ecoledger.ledger.source import (
    add_source,
    find_source,
    named,
    set_source,
    source_rows,
    update_source,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, RowMapping

    from ecoledger.ledger.store import Ledger
    from ecoledger.model import Report

Outcome = Literal["new", "copy", "unchanged", "changed"]
"""`copy` is a further source of a report that is there already."""


def save_report(
    ledger: Ledger,
    report: Report,
    correction: Correction | None = None,
    *,
    meeting_kind: str | None = None,
    apart: bool = False,
) -> Outcome:
    """Store `report`, or what changed of it, and say which.

    A report with the same words as one that is there becomes a further source of that one, unless a person says
    that it stands `apart`, which is remembered; the best source is the text. `correction` replaces what a person
    set before; None keeps that. `meeting_kind` is the kind of the meeting in Chinese (大会, 推进会 …). The same
    again changes nothing. Commitments whose words stayed keep their rows, and with them all that people have tied
    to them. Raises LedgerError.
    """
    with ledger.write() as connection:
        stored = find_source(connection, report.id)
        if stored is None:
            return _add(connection, report, meeting_kind, correction, apart=apart)
        number = stored["report"]
        before = read_correction(connection, number)
        after = before if correction is None else correction
        same = stored["digest"] == digest(report, meeting_kind)
        if same:
            _note_rules(connection, stored, report.rules_version)
            if after == before:
                return "unchanged"
            file_report(connection, number, read_report(connection, number), after)
            return "changed"
        _replace(connection, stored, report, meeting_kind, after)
        return "changed"


def correct_report(ledger: Ledger, report_id: str, correction: Correction) -> bool:
    """Set what a person says of the report in place of what was set before; False when there is no such report.

    An empty correction takes back what was set. Raises LedgerError.
    """
    with ledger.write() as connection:
        number = find_report(connection, report_id)
        if number is None:
            return False
        if read_correction(connection, number) != correction:
            file_report(connection, number, read_report(connection, number), correction)
        return True


def delete_report(ledger: Ledger, report_id: str) -> bool:
    """Delete the report with all that belongs to it; False when there is none. Raises LedgerError."""
    with ledger.write() as connection:
        number = find_report(connection, report_id)
        if number is None:
            return False
        forget_apart(connection, number)
        drop_report(connection, number)
        return True


def _add(
    connection: Connection, report: Report, kind: str | None, correction: Correction | None, *, apart: bool
) -> Outcome:
    matches = find_matches(connection, report)
    if apart or not matches:
        number = add_report(connection, report, kind, correction or Correction())
        add_source(connection, number, report, kind, is_text=True)
        for other in matches:
            keep_apart(connection, report.id, (row["id"] for row in source_rows(connection, other)))
        return "new"
    number = join_reports(connection, matches)
    add_source(connection, number, report, kind, likeness=max(matches.values()))
    choose_text(connection, number)
    _alias(connection, report)
    if correction is not None:
        file_report(connection, number, read_report(connection, number), correction)
    return "copy"


def _replace(
    connection: Connection, stored: RowMapping, report: Report, kind: str | None, correction: Correction
) -> None:
    """Put what was read anew in place of what was stored, and see whether it now is a copy, or the best one."""
    number, is_text = stored["report"], stored["is_text"]
    update_source(connection, stored["number"], report, kind, is_text=is_text)
    if is_text:
        identity = read_report(connection, number).id
        put_text(connection, number, named(report, identity), kind, correction)
    else:
        file_report(connection, number, read_report(connection, number), correction)
    matches = find_matches(connection, report, beside=number)
    choose_text(connection, join_reports(connection, (number, *matches)))
    _alias(connection, report)


def _alias(connection: Connection, report: Report) -> None:
    """Let the ids of what was just read lead to the commitments of the report that it publishes."""
    row = find_source(connection, report.id)
    if row is not None:
        alias_sources(connection, row["report"], [row])


def _note_rules(connection: Connection, stored: RowMapping, rules_version: str) -> None:
    if stored["rules_version"] != rules_version:
        set_source(connection, stored["number"], rules_version=rules_version)
        if stored["is_text"]:
            update_report(connection, stored["report"], {"rules_version": rules_version})
