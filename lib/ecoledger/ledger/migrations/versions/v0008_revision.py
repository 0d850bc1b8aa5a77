"""A count of changes, by which what was read of the ledger is known to be old, and a table of settings.

Place and date of a commitment are those of its report: their copies, and the indexes over them, go.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Take the step."""
    for index in ("ix_commitment_date", "ix_commitment_due", "ix_commitment_place"):
        op.drop_index(index, "commitment")
    for copy in ("province", "prefecture", "county", "date"):
        op.drop_column("commitment", copy)
    table = op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revision")),
        comment="one row: how often the ledger was changed",
    )
    op.bulk_insert(table, [{"number": 1, "count": 0}])
    op.create_table(
        "setting",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_setting")),
        comment="what people saved for use again: views, layouts, rules of lights",
    )
