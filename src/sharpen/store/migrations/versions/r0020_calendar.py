"""The calendar: what the interview is for, days off, what was moved, and how ready one was on each day."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    for name, nothing in (("role", ""), ("level", "")):
        op.add_column("plans", sa.Column(name, sa.String(64), nullable=False, server_default=nothing))
    for name in ("days_off", "sure_of"):
        op.add_column("plans", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "moves",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("learner", "kind", "id", name="pk_moves"),
    )
    op.create_table(
        "readiness_days",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("loop", sa.Float(), nullable=False),
        sa.Column("rounds", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "day", name="pk_readiness_days"),
    )
