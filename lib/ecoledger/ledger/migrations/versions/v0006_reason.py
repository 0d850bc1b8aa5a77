"""Columns that say by which rules, and from which words, a row was read; rows known so far do not say it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_TABLES = ("meeting", "statement", "statement_target", "commitment", "target", "deadline", "body")


def upgrade() -> None:
    """Take the step."""
    for table in _TABLES:
        op.add_column(
            table,
            sa.Column(
                "reasons",
                sa.JSON(none_as_null=True),
                nullable=True,
                comment="NULL where they were not kept yet",
            ),
        )
