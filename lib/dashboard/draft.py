"""Reports that were read and not yet saved: they live in the session until they are kept or thrown away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard.connection import get_ledger
from dashboard.language import tr
from ecoledger.errors import LedgerError, UnreadableError
from ecoledger.identity import report_id
from ecoledger.intake.container import NO_COLUMNS, open_documents
from ecoledger.ledger.correction import Correction
from ecoledger.ledger.group import part_source
from ecoledger.ledger.match import find_copied
from ecoledger.ledger.report import get_report
from ecoledger.ledger.write import save_report
from ecoledger.pipeline import Given, parse
from ecoledger.structure.meeting_kind import meeting_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.match import Match
    from ecoledger.ledger.write import Outcome
    from ecoledger.model import Report

MOST = 50
"""Drafts from one file: more cannot be looked through on a page."""

_DRAFTS = "drafts"
_NOTHING_SET = Correction()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document: what was read from it, or why it could not be read; what a person set; how it was saved."""

    key: str
    name: str
    data: bytes
    report: Report | None = None
    problem: str | None = None
    correction: Correction = _NOTHING_SET
    saved: Outcome | Literal["parted"] | None = None


def drafts() -> tuple[Draft, ...]:
    """Return the drafts of this session, the last first."""
    return tuple(reversed(_held().values()))


def take(data: bytes, name: str, columns: Mapping[str, str] = NO_COLUMNS) -> None:
    """Read a document, or each in an archive or table, into a draft; one that waits to be saved stays as it is."""
    for number, member in enumerate(open_documents(data, name, columns)):
        if number == MOST:
            _refuse(
                name,
                tr(
                    "“{name}”里的报道超过 {most} 份，其余未读：请再次上传，用“开始导入”整体导入。",
                    name=name,
                    most=MOST,
                ),
            )
            return
        if member.error is not None:
            _refuse(member.name, str(member.error))
            continue
        key = report_id(member.data)
        held = _held().get(key)
        if held is None or held.saved is not None:
            _held()[key] = read_draft(Draft(key, member.name, member.data))


def read_draft(one: Draft) -> Draft:
    """Return the draft with what was read, given what a person set; or with why it could not be read."""
    try:
        report = parse(one.data, one.name, Given(one.correction.region, one.correction.date))
    except UnreadableError as error:
        return replace(one, problem=str(error))
    return replace(one, report=report)


def correct(one: Draft, correction: Correction) -> None:
    """Read the draft again under the place and date that a person set."""
    _held()[one.key] = read_draft(replace(one, correction=correction))


def find_report(one: Draft) -> Match | None:
    """Return the report of the ledger that the draft publishes once more; None also while the ledger is out of reach."""
    try:
        return find_copied(get_ledger(), one.report) if one.report else None
    except LedgerError:
        return None  # the page has said so


def save(one: Draft, *, apart: bool = False) -> None:
    """Put the draft into the ledger; what a person once set for its report there stays. Raises LedgerError.

    A copy becomes a source of the report that is there, unless it stands `apart`.
    """
    copied = None if apart else find_report(one)
    stored = get_report(get_ledger(), copied.report_id if copied else one.key)
    if stored:
        both = Correction(
            one.correction.region or stored.correction.region, one.correction.date or stored.correction.date
        )
        one = one if both == one.correction else read_draft(replace(one, correction=both))
    if one.report is None:
        return
    outcome = save_report(
        get_ledger(), one.report, one.correction or None, meeting_kind=kind_of(one.report), apart=apart
    )
    _held()[one.key] = replace(one, saved=outcome, data=b"")


def part(one: Draft) -> None:
    """Part the draft, saved as a copy, from the report that it was joined with, for good. Raises LedgerError."""
    part_source(get_ledger(), one.key)
    _held()[one.key] = replace(one, saved="parted")


def drop(one: Draft) -> None:
    """Throw the draft away."""
    _held().pop(one.key, None)


def kind_of(report: Report) -> str:
    """Return the kind of the meeting in Chinese."""
    return meeting_kind(report.meeting.name if report.meeting else None, report.title)


def _refuse(name: str, problem: str) -> None:
    key = report_id(f"{name}\n{problem}".encode())
    _held()[key] = Draft(key, name, b"", problem=problem)


def _held() -> dict[str, Draft]:
    held: dict[str, Draft] = st.session_state.setdefault(_DRAFTS, {})
    return held
