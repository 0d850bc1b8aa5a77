"""Tables of the documents that publish a report; each report known so far becomes its own only source."""

from __future__ import annotations

import zlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take the step."""
    op.add_column("report", sa.Column("url", sa.Text(), nullable=True))
    op.create_table(
        "source",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False, comment="of the document"),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("is_text", sa.Boolean(), nullable=False, comment="the report's text is read from it"),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("reliable", sa.Boolean(), nullable=False),
        sa.Column("damage", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rules_version", sa.String(length=32), nullable=False),
        sa.Column(
            "digest",
            sa.String(length=64),
            nullable=False,
            comment="of all that was read, to know a changed parse",
        ),
        sa.Column("kind", sa.Text(), nullable=True, comment="of the meeting"),
        sa.Column(
            "likeness",
            sa.Float(),
            nullable=True,
            comment="to the likest source of the report when it came; NULL for the first",
        ),
        sa.Column("added_at", sa.DateTime(), server_default=sa.text("(CURRENT_TIMESTAMP)"), nullable=False),
        sa.Column(
            "places",
            sa.JSON(none_as_null=True),
            nullable=False,
            comment="codes from the province down, as read",
        ),
        sa.Column("date", sa.Date(), nullable=True, comment="of the meeting, as read"),
        sa.Column("clean", sa.LargeBinary(), nullable=False, comment="its clean text, compressed"),
        sa.Column(
            "reading",
            sa.LargeBinary(),
            nullable=True,
            comment="all that was read from it; NULL while it is the text",
        ),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_source_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_source")),
        sa.UniqueConstraint("id", name=op.f("uq_source_id")),
    )
    op.create_index(op.f("ix_source_report"), "source", ["report"], unique=False)
    op.create_index(op.f("ix_source_rules_version"), "source", ["rules_version"], unique=False)
    op.create_table(
        "band",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source"], ["source.number"], name=op.f("fk_band_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("band", "source", name=op.f("pk_band")),
        comment="what probably like sources share, to look them up by",
    )
    op.create_index(op.f("ix_band_source"), "band", ["source"], unique=False)
    op.create_table(
        "apart",
        sa.Column("one", sa.String(length=64), nullable=False),
        sa.Column("other", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_apart")),
        comment="ids of documents, the lesser first, that a person knows to be of two reports",
    )
    op.create_index(op.f("ix_apart_other"), "apart", ["other"], unique=False)
    if not op.get_context().as_sql:
        _add_sources(op.get_bind())
    op.drop_column("report", "digest")


def _add_sources(connection: sa.Connection) -> None:
    """Make every report the text of a source; what was damaged is read again with the next change of rules.

    The bands stay empty: a later step replaces them.
    """
    tables = sa.MetaData()
    tables.reflect(connection, only=["report", "source_text", "meeting", "damage", "source"])
    report, texts, meeting, damage, source = (
        tables.tables[name] for name in ("report", "source_text", "meeting", "damage", "source")
    )
    for number in connection.scalars(sa.select(report.c.number).order_by(report.c.number)).all():
        row = connection.execute(sa.select(report).where(report.c.number == number)).mappings().one()
        text = connection.scalar(sa.select(texts.c.clean).where(texts.c.report == number)) or ""
        met = connection.execute(sa.select(meeting).where(meeting.c.report == number)).mappings().first()
        kinds = sa.select(damage.c.kind, damage.c.count, damage.c.repaired, damage.c.note)
        found = connection.execute(kinds.where(damage.c.report == number).order_by(damage.c.position))
        path = row["region"]["path"] if row["region"] else ()
        same = (
            "id",
            "file",
            "title",
            "source",
            "published",
            "reliable",
            "rules_version",
            "digest",
            "added_at",
        )
        connection.execute(
            sa.insert(source).values(
                number=number,
                report=number,
                is_text=True,
                damage=[dict(one) for one in found.mappings()],
                kind=met["kind"] if met else None,
                date=met["date"] if met else None,
                places=[place["adcode"] for place in path if place["adcode"] != "100000"],
                clean=zlib.compress(text.encode()),
                **{name: row[name] for name in same},
            )
        )
