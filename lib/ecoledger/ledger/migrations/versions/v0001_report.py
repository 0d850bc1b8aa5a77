"""Tables of reports and what was read of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "report",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("script", sa.String(length=8), nullable=False),
        sa.Column("reliable", sa.Boolean(), nullable=False),
        sa.Column("region", sa.JSON(none_as_null=True), nullable=True, comment="as read"),
        sa.Column("rules_version", sa.String(length=32), nullable=False),
        sa.Column(
            "digest",
            sa.String(length=64),
            nullable=False,
            comment="of all that was read, to know a changed parse",
        ),
        sa.Column("adcode", sa.String(length=12), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("province", sa.String(length=6), nullable=True),
        sa.Column("prefecture", sa.String(length=6), nullable=True),
        sa.Column("county", sa.String(length=6), nullable=True),
        sa.Column("province_name", sa.Text(), nullable=True),
        sa.Column("prefecture_name", sa.Text(), nullable=True),
        sa.Column("county_name", sa.Text(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("date_source", sa.String(length=16), nullable=False),
        sa.Column("added_at", sa.DateTime(), server_default=sa.text("(CURRENT_TIMESTAMP)"), nullable=False),
        sa.Column("changed_at", sa.DateTime(), server_default=sa.text("(CURRENT_TIMESTAMP)"), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_report")),
        sa.UniqueConstraint("id", name=op.f("uq_report_id")),
    )
    op.create_index("ix_report_facts", "report", ["date", "province", "prefecture", "county"], unique=False)
    op.create_index(op.f("ix_report_rules_version"), "report", ["rules_version"], unique=False)
    op.create_table(
        "correction",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("region", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_correction_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_correction")),
    )
    op.create_table(
        "damage",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("repaired", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_damage_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", "position", name=op.f("pk_damage")),
    )
    op.create_table(
        "issue",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_issue_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", "position", name=op.f("pk_issue")),
    )
    op.create_table(
        "meeting",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True, comment="from the lexicon of kinds of meeting"),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("date_text", sa.Text(), nullable=True),
        sa.Column("form", sa.String(length=16), nullable=True),
        sa.Column("chair", sa.Text(), nullable=True),
        sa.Column("speakers", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_meeting_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_meeting")),
    )
    op.create_table(
        "person",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_person_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", "position", name=op.f("pk_person")),
    )
    op.create_table(
        "source_text",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("clean", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("offsets", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_source_text_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_source_text")),
    )
    op.create_table(
        "statement",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["report.number"], name=op.f("fk_statement_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_statement")),
    )
    op.create_index(op.f("ix_statement_report"), "statement", ["report"], unique=False)
    op.create_table(
        "statement_target",
        sa.Column("statement", sa.Integer(), nullable=False),
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
            ["statement"],
            ["statement.number"],
            name=op.f("fk_statement_target_statement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement", "position", name=op.f("pk_statement_target")),
    )
