"""Column of the author of a report; those of reports known so far are read with the next change of rules."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the step."""
    op.add_column("report", sa.Column("author", sa.Text(), nullable=True))
