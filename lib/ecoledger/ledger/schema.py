"""The tables of the ledger. `number` is the inner key of a row; `id` is the one that the world knows.

What was read stands as it was read. A commitment carries copies of what pages filter, sort and count by (due day,
themes, kinds of deadline …), so that its facts are read from one narrow row.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
)

from ecoledger.ledger.column import as_json, number, owner, place_codes, position, reasons, span, target_parts

HEAD = "0008"
"""The migration that leads to these tables."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


report = Table(
    "report",
    metadata,
    number(),
    Column("id", String(64), nullable=False, unique=True),
    Column("file", Text, nullable=False),
    Column("title", Text),
    Column("published", Date),
    Column("source", Text),
    Column("author", Text),
    Column("url", Text),
    Column("script", String(8), nullable=False),
    Column("reliable", Boolean, nullable=False),
    Column("region", as_json(), comment="as read"),
    Column("rules_version", String(32), nullable=False, index=True),
    # what holds once a person's corrections are laid over the parse
    Column("adcode", String(12)),
    Column("place_name", Text),
    *place_codes(),
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
    owner("report"),
    Column("clean", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("offsets", LargeBinary, nullable=False),
)

meeting = Table(
    "meeting",
    metadata,
    owner("report"),
    Column("name", Text),
    Column("kind", Text, comment="from the lexicon of kinds of meeting"),
    Column("date", Date),
    Column("date_text", Text),
    Column("form", String(16)),
    Column("chair", Text),
    Column("speakers", as_json(), nullable=False),
    reasons(),
)

person = Table(
    "person",
    metadata,
    owner("report"),
    position(),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
)

damage = Table(
    "damage",
    metadata,
    owner("report"),
    position(),
    Column("kind", String(32), nullable=False),
    Column("count", Integer, nullable=False),
    Column("repaired", Integer, nullable=False),
    Column("note", Text, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    owner("report"),
    position(),
    Column("kind", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
)

loss = Table(
    "loss",
    metadata,
    owner("report"),
    position(),
    *span(),
    Column("source_start", Integer, nullable=False),
    Column("source_end", Integer, nullable=False),
    Column("certainty", Float, comment="NULL where the words could not be put back"),
)

statement = Table(
    "statement",
    metadata,
    number(),
    Column("report", ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    *span(),
    Column("kind", String(16), nullable=False),
    reasons(),
)

statement_target = Table("statement_target", metadata, owner("statement"), position(), *target_parts())

commitment = Table(
    "commitment",
    metadata,
    number(),
    Column("id", String(64), nullable=False, unique=True),
    Column("report", ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    *span(),
    Column("source_start", Integer, nullable=False),
    Column("source_end", Integer, nullable=False),
    Column("label", String(16), nullable=False),
    Column("speaker", Text),
    Column("rules", as_json(), nullable=False),
    reasons(),
    # copies of what its parts say
    Column("due", Date, comment="the earliest dated deadline that ends"),
    Column("themes", Text, nullable=False, comment="in order, with ; between them"),
    Column("kinds", Text, nullable=False, comment="kinds of deadline, sorted, with ; between them; absent"),
    Column("has_target", Boolean, nullable=False),
    Column("has_deadline", Boolean, nullable=False),
    Column("has_body", Boolean, nullable=False),
)
theme = Table("theme", metadata, owner("commitment"), position(), Column("theme", String(32), nullable=False))
Index("ix_theme_theme", theme.c.theme, theme.c.commitment)

target = Table("target", metadata, owner("commitment"), position(), *target_parts())

deadline = Table(
    "deadline",
    metadata,
    owner("commitment"),
    position(),
    *span(),
    Column("kind", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("rule", Text, nullable=False),
    Column("begin", Date),
    Column("due", Date),
    reasons(),
)

body = Table(
    "body",
    metadata,
    owner("commitment"),
    position(),
    *span(),
    Column("name", Text, nullable=False),
    Column("organ", Text),
    Column("role", String(16), nullable=False),
    Column("rule", Text, nullable=False),
    reasons(),
)
Index("ix_body_name", body.c.name, body.c.commitment)

correction = Table(
    "correction",
    metadata,
    owner("report"),
    Column("region", as_json()),
    Column("date", Date),
)

# A report and all the documents that publish it: the best of them stands above as its text, the others wait here.
source = Table(
    "source",
    metadata,
    number(),
    Column("id", String(64), nullable=False, unique=True, comment="of the document"),
    Column("report", ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("is_text", Boolean, nullable=False, comment="the report's text is read from it"),
    Column("file", Text, nullable=False),
    Column("title", Text),
    Column("source", Text),
    Column("published", Date),
    Column("url", Text),
    Column("reliable", Boolean, nullable=False),
    Column("damage", as_json(), nullable=False),
    Column("rules_version", String(32), nullable=False, index=True),
    Column("digest", String(64), nullable=False, comment="of all that was read, to know a changed parse"),
    Column("kind", Text, comment="of the meeting"),
    Column("likeness", Float, comment="to the likest source of the report when it came; NULL for the first"),
    Column("added_at", DateTime, nullable=False, server_default=func.current_timestamp()),
    # what it is compared by
    Column("places", as_json(), nullable=False, comment="codes from the province down, as read"),
    Column("date", Date, comment="of the meeting, as read"),
    Column("day", String(5), comment="month and day of the meeting, as read, such as 09-16"),
    Column("people", as_json(), comment="names, as read"),
    Column("clean", LargeBinary, nullable=False, comment="its clean text, compressed"),
    Column("reading", LargeBinary, comment="all that was read from it; NULL while it is the text"),
)

shingle = Table(
    "shingle",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("source", ForeignKey("source.number", ondelete="CASCADE"), primary_key=True, index=True),
    comment="what like sources share, to look them up by; of one that many share only the first are kept",
)

apart = Table(
    "apart",
    metadata,
    Column("one", String(64), primary_key=True),
    Column("other", String(64), primary_key=True, index=True),
    comment="ids of documents, the lesser first, that a person knows to be of two reports",
)

commitment_alias = Table(
    "commitment_alias",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("commitment", ForeignKey("commitment.number", ondelete="CASCADE"), nullable=False, index=True),
    comment="other ids of commitments: those they have in the other sources of their report",
)

revision = Table(
    "revision",
    metadata,
    number(),
    Column("count", Integer, nullable=False),
    comment="one row: how often the ledger was changed",
)

setting = Table(
    "setting",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", as_json(), nullable=False),
    comment="what people saved for use again: views, layouts, rules of lights",
)
