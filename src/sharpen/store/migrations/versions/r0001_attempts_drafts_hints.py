"""The first tables: attempts, drafts, hints."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _attempts()
    op.create_table(
        "drafts",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("problem", sa.String(100), nullable=False),
        sa.Column("replaced", sa.Boolean(), nullable=False),
        sa.Column("updated", MOMENT, nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "problem", "replaced", name="pk_drafts"),
    )
    op.create_table(
        "hints",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("problem", sa.String(100), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shown", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("learner", "problem", "number", name="pk_hints"),
    )


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("problem", sa.String(100), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(32)),
        sa.Column("finished", MOMENT),
        sa.Column("cpu_ms", sa.Float(), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("peeked", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("judged_by", sa.String(255), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "id", name="pk_attempts"),
    )
    op.create_index("ix_attempts_recent", "attempts", ["learner", "created", "id"])
    op.create_index("ix_attempts_of_problem", "attempts", ["learner", "problem", "created", "id"])
    op.create_index("ix_attempts_verdict", "attempts", ["learner", "problem", "verdict", "created"])
    op.create_index("ix_attempts_state", "attempts", ["state"])
