"""Tables of commitments and their parts, and the index of their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ecoledger.ledger.dialect import create_words

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "commitment",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=False),
        sa.Column("source_end", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=16), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("rules", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("province", sa.String(length=6), nullable=True),
        sa.Column("prefecture", sa.String(length=6), nullable=True),
        sa.Column("county", sa.String(length=6), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True, comment="the earliest dated deadline that ends"),
        sa.Column("themes", sa.Text(), nullable=False, comment="in order, with ; between them"),
        sa.Column(
            "kinds",
            sa.Text(),
            nullable=False,
            comment="kinds of deadline, sorted, with ; between them; absent",
        ),
        sa.Column("has_target", sa.Boolean(), nullable=False),
        sa.Column("has_deadline", sa.Boolean(), nullable=False),
        sa.Column("has_body", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_commitment_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_commitment")),
        sa.UniqueConstraint("id", name=op.f("uq_commitment_id")),
    )
    op.create_index(
        "ix_commitment_date",
        "commitment",
        [
            "date",
            "report",
            "position",
            "province",
            "prefecture",
            "county",
            "label",
            "themes",
            "kinds",
            "has_target",
            "has_deadline",
            "has_body",
            "due",
        ],
        unique=False,
    )
    op.create_index(
        "ix_commitment_due",
        "commitment",
        [
            "due",
            "report",
            "position",
            "province",
            "prefecture",
            "county",
            "label",
            "themes",
            "kinds",
            "has_target",
            "has_deadline",
            "has_body",
            "date",
        ],
        unique=False,
    )
    op.create_index(
        "ix_commitment_place", "commitment", ["province", "prefecture", "county", "date"], unique=False
    )
    op.create_index(op.f("ix_commitment_report"), "commitment", ["report"], unique=False)
    op.create_table(
        "body",
        sa.Column("commitment", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organ", sa.Text(), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment"], ["commitment.number"], name=op.f("fk_body_commitment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment", "position", name=op.f("pk_body")),
    )
    op.create_index("ix_body_name", "body", ["name", "commitment"], unique=False)
    op.create_table(
        "deadline",
        sa.Column("commitment", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("certainty", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["commitment"], ["commitment.number"], name=op.f("fk_deadline_commitment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment", "position", name=op.f("pk_deadline")),
    )
    op.create_table(
        "target",
        sa.Column("commitment", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=True),
        sa.Column("indicator_code", sa.Text(), nullable=True),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("value2", sa.String(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("op", sa.String(length=8), nullable=True),
        sa.Column("change", sa.String(length=16), nullable=True),
        sa.Column("baseline", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["commitment"], ["commitment.number"], name=op.f("fk_target_commitment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment", "position", name=op.f("pk_target")),
    )
    op.create_table(
        "theme",
        sa.Column("commitment", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment"], ["commitment.number"], name=op.f("fk_theme_commitment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment", "position", name=op.f("pk_theme")),
    )
    op.create_index("ix_theme_theme", "theme", ["theme", "commitment"], unique=False)
    create_words(op.get_bind())
