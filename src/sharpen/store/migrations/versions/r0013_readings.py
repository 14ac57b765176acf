"""Readings: which ones a learner marked read, and the note on each."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "readings",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("reading", sa.String(100), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read", sa.Boolean(), nullable=False),
        sa.Column("marked", sa.DateTime(timezone=True)),
        sa.Column("lineage", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("aside", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "reading", name="pk_readings"),
    )
