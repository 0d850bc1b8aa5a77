"""Tells where a document stands in the ledger, without reading its report back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from ecoledger.ledger import schema
from ecoledger.model import Damage

if TYPE_CHECKING:
    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as it is filed: the report that it publishes, and what is known of the document itself.

    `title` and `commitments` are the report's; `likeness` is None for the report's first source.
    """

    report_id: str
    title: str | None
    commitments: int
    reliable: bool
    damage: tuple[Damage, ...]
    likeness: float | None
    rules_version: str


def find_filed(ledger: Ledger, document_id: str) -> Filed | None:
    """Return where the document with this id is filed; None when the ledger does not have it. Raises LedgerError."""
    report, source, commitment = schema.report, schema.source, schema.commitment
    counted = select(func.count()).where(commitment.c.report == report.c.number).scalar_subquery()
    query = (
        select(
            report.c.id,
            report.c.title,
            counted.label("commitments"),
            source.c.reliable,
            source.c.damage,
            source.c.likeness,
            source.c.rules_version,
        )
        .join(report, report.c.number == source.c.report)
        .where(source.c.id == document_id)
    )
    with ledger.read() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    damage = tuple(Damage(**one) for one in row.damage)
    return Filed(row.id, row.title, row.commitments, row.reliable, damage, row.likeness, row.rules_version)
