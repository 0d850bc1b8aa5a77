"""Reads documents into the ledger, one after the other; a bad one never stops the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from ecoledger.errors import EcoLedgerError, UnreadableError
from ecoledger.identity import report_id
from ecoledger.ledger.filed import find_filed
from ecoledger.ledger.match import find_copied
from ecoledger.ledger.report import get_report
from ecoledger.ledger.write import save_report
from ecoledger.pipeline import Given, parse
from ecoledger.structure.meeting_kind import meeting_kind
from ecoledger.version import rules_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ecoledger.ledger.filed import Filed
    from ecoledger.ledger.store import Ledger
    from ecoledger.ledger.write import Outcome
    from ecoledger.model import Report


class Document(Protocol):
    """Something with a name whose bytes can be read; reading may raise UnreadableError."""

    @property
    def name(self) -> str:
        """How the document is called."""

    def read(self) -> bytes:
        """Return its bytes."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document.

    `outcome` is "new", "copy" (a further source of the report `filed`), "changed" (read anew), "unchanged" (the
    ledger had it) or "failed", and then `message` says why. `id` is the document's own; `filed` tells where it
    stands in the ledger, with damage and reliability, and is None for what failed.
    """

    file: str
    outcome: Outcome | Literal["failed"]
    message: str = ""
    id: str = ""
    filed: Filed | None = None


def ingest(ledger: Ledger, documents: Iterable[Document]) -> Iterator[Ingested]:
    """Read and store each of `documents`; give for each, once it is stored, what became of it.

    What is stored under the present rules is known by its content and not read again, so that what was stopped
    goes on by starting anew. One document at a time is held, and each is stored in a transaction of its own: who
    stops taking stops the reading, and what was given stays. Raises LedgerError when the ledger itself fails.
    """
    for document in documents:
        try:
            data = document.read()
            identity = report_id(data)
            filed = find_filed(ledger, identity)
            if filed is not None and filed.rules_version == rules_version():
                yield Ingested(document.name, "unchanged", id=identity, filed=filed)
                continue
            report = _read(ledger, data, _storable(document.name))
        except UnreadableError as error:
            yield Ingested(document.name, "failed", str(error))
            continue
        except EcoLedgerError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of the reader must not cost the other documents
            fault = f"{document.name}：读取程序出错（{type(error).__name__}：{error}），请把这份文件交给维护人员。"
            yield Ingested(document.name, "failed", fault)
            continue
        outcome = save_parsed(ledger, report)
        yield Ingested(document.name, outcome, id=identity, filed=find_filed(ledger, identity))


def save_parsed(ledger: Ledger, report: Report) -> Outcome:
    """Store `report` with the kind of its meeting. Raises LedgerError."""
    name = report.meeting.name if report.meeting else None
    return save_report(ledger, report, meeting_kind=meeting_kind(name, report.title))


def _storable(name: str) -> str:
    """Return `name` without the bytes that are no text: a file system holds any, a database does not."""
    return name.encode(errors="replace").decode()


def _read(ledger: Ledger, data: bytes, name: str) -> Report:
    """Read the document under what a person set by hand for its report: new rules or copies must not undo it."""
    given = _given(ledger, report_id(data))
    report = parse(data, name, given)
    copied = find_copied(ledger, report)
    if copied is None:
        return report
    set_there = _given(ledger, copied.report_id)
    return report if set_there == given else parse(data, name, set_there)


def _given(ledger: Ledger, identity: str) -> Given:
    """Return what a person set for the report with this id, or with a source with this id."""
    stored = get_report(ledger, identity)
    return Given(stored.correction.region, stored.correction.date) if stored else Given()
