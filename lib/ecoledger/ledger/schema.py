"""The tables of the ledger. `number` is the inner key of a row; `id` is the one that the world knows.

What was read stands as it was read. A commitment carries copies of what pages filter, sort and count by (place,
date, due day, themes …), so that one narrow index answers them; `write` keeps the copies true.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    func,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect

HEAD = "0002"
"""The migration that leads to these tables."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept as its digits: neither SQLite nor a float changes it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what the database keeps."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the number that was kept."""
        return None if value is None else Decimal(value)


def _json() -> JSON:
    return JSON(none_as_null=True)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _of(table: str) -> Column[int]:
    """Return the first half of a primary key: the row belongs to a row of `table` and goes with it."""
    return Column(table, ForeignKey(f"{table}.number", ondelete="CASCADE"), primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


def _span() -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
    )


def _target() -> tuple[Column[Any], ...]:
    return (
        *_span(),
        Column("kind", String(16), nullable=False),
        Column("rule", Text, nullable=False),
        Column("indicator", Text),
        Column("indicator_code", Text),
        Column("value", Exact),
        Column("value2", Exact),
        Column("unit", Text),
        Column("op", String(8)),
        Column("change", String(16)),
        Column("baseline", Text),
    )


def _place() -> tuple[Column[Any], ...]:
    """Return the place as codes: NULL where the path of the place has no such level."""
    return (Column("province", String(6)), Column("prefecture", String(6)), Column("county", String(6)))


report = Table(
    "report",
    metadata,
    _number(),
    Column("id", String(64), nullable=False, unique=True),
    Column("file", Text, nullable=False),
    Column("title", Text),
    Column("published", Date),
    Column("source", Text),
    Column("script", String(8), nullable=False),
    Column("reliable", Boolean, nullable=False),
    Column("region", _json(), comment="as read"),
    Column("rules_version", String(32), nullable=False, index=True),
    Column("digest", String(64), nullable=False, comment="of all that was read, to know a changed parse"),
    # what holds once a person's corrections are laid over the parse
    Column("adcode", String(12)),
    Column("place_name", Text),
    *_place(),
    Column("province_name", Text),
    Column("prefecture_name", Text),
    Column("county_name", Text),
    Column("date", Date),
    Column("date_source", String(16), nullable=False),
    Column("added_at", DateTime, nullable=False, server_default=func.current_timestamp()),
    Column("changed_at", DateTime, nullable=False, server_default=func.current_timestamp()),
)
Index("ix_report_facts", report.c.date, report.c.province, report.c.prefecture, report.c.county)

source_text = Table(
    "source_text",
    metadata,
    _of("report"),
    Column("clean", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("offsets", LargeBinary, nullable=False),
)

meeting = Table(
    "meeting",
    metadata,
    _of("report"),
    Column("name", Text),
    Column("kind", Text, comment="from the lexicon of kinds of meeting"),
    Column("date", Date),
    Column("date_text", Text),
    Column("form", String(16)),
    Column("chair", Text),
    Column("speakers", _json(), nullable=False),
)

person = Table(
    "person",
    metadata,
    _of("report"),
    _position(),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
)

damage = Table(
    "damage",
    metadata,
    _of("report"),
    _position(),
    Column("kind", String(32), nullable=False),
    Column("count", Integer, nullable=False),
    Column("repaired", Integer, nullable=False),
    Column("note", Text, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    _of("report"),
    _position(),
    Column("kind", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
)

statement = Table(
    "statement",
    metadata,
    _number(),
    Column("report", ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    *_span(),
    Column("kind", String(16), nullable=False),
)

statement_target = Table("statement_target", metadata, _of("statement"), _position(), *_target())

commitment = Table(
    "commitment",
    metadata,
    _number(),
    Column("id", String(64), nullable=False, unique=True),
    Column("report", ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    *_span(),
    Column("source_start", Integer, nullable=False),
    Column("source_end", Integer, nullable=False),
    Column("label", String(16), nullable=False),
    Column("speaker", Text),
    Column("rules", _json(), nullable=False),
    # copies of what its report and its parts say
    *_place(),
    Column("date", Date),
    Column("due", Date, comment="the earliest dated deadline that ends"),
    Column("themes", Text, nullable=False, comment="in order, with ; between them"),
    Column("kinds", Text, nullable=False, comment="kinds of deadline, sorted, with ; between them; absent"),
    Column("has_target", Boolean, nullable=False),
    Column("has_deadline", Boolean, nullable=False),
    Column("has_body", Boolean, nullable=False),
)
_FACTS = [
    commitment.c.report,
    commitment.c.position,
    commitment.c.province,
    commitment.c.prefecture,
    commitment.c.county,
    commitment.c.label,
    commitment.c.themes,
    commitment.c.kinds,
    commitment.c.has_target,
    commitment.c.has_deadline,
    commitment.c.has_body,
]
# Each covers the default page, its counts and its facets without touching the wide rows.
Index("ix_commitment_date", commitment.c.date, *_FACTS, commitment.c.due)
Index("ix_commitment_due", commitment.c.due, *_FACTS, commitment.c.date)
Index(
    "ix_commitment_place",
    commitment.c.province,
    commitment.c.prefecture,
    commitment.c.county,
    commitment.c.date,
)

theme = Table("theme", metadata, _of("commitment"), _position(), Column("theme", String(32), nullable=False))
Index("ix_theme_theme", theme.c.theme, theme.c.commitment)

target = Table("target", metadata, _of("commitment"), _position(), *_target())

deadline = Table(
    "deadline",
    metadata,
    _of("commitment"),
    _position(),
    *_span(),
    Column("kind", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("rule", Text, nullable=False),
    Column("begin", Date),
    Column("due", Date),
)

body = Table(
    "body",
    metadata,
    _of("commitment"),
    _position(),
    *_span(),
    Column("name", Text, nullable=False),
    Column("organ", Text),
    Column("role", String(16), nullable=False),
    Column("rule", Text, nullable=False),
)
Index("ix_body_name", body.c.name, body.c.commitment)

correction = Table(
    "correction",
    metadata,
    _of("report"),
    Column("region", _json()),
    Column("date", Date),
)
