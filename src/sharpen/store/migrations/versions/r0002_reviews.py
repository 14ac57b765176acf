"""Review: memories, the log of reviews and its sums, notes, plans, sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)
INSTANT = sa.BigInteger()


def upgrade() -> None:
    _memories()
    _reviews()
    _sums()
    op.create_table(
        "notes",
        _text("learner", 64),
        _text("item", 200),
        sa.Column("updated", MOMENT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "item", name="pk_notes"),
    )
    op.create_table(
        "plans",
        _text("learner", 64),
        sa.Column("date", sa.Date()),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("retention", sa.Float(), nullable=False),
        sa.Column("new_a_day", sa.Integer(), nullable=False),
        sa.Column("updated", MOMENT, nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", name="pk_plans"),
    )
    op.create_table(
        "sessions",
        _text("learner", 64),
        _text("topic", 100),
        sa.Column("started", MOMENT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "topic", name="pk_sessions"),
    )


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _memories() -> None:
    op.create_table(
        "memories",
        _text("learner", 64),
        _text("item", 200),
        _text("kind", 16),
        _text("topic", 100),
        sa.Column("stability", sa.Float()),
        sa.Column("difficulty", sa.Float()),
        sa.Column("last", INSTANT),
        sa.Column("due", INSTANT),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("buried_until", INSTANT),
        sa.PrimaryKeyConstraint("learner", "item", name="pk_memories"),
    )
    op.create_index("ix_memories_lapses", "memories", ["learner", "lapses"])
    op.create_index("ix_memories_suspended", "memories", ["learner", "suspended"])


def _reviews() -> None:
    op.create_table(
        "reviews",
        _text("learner", 64),
        _text("id", 64),
        _text("item", 200),
        _text("kind", 16),
        _text("topic", 100),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("seed", sa.BigInteger()),
        sa.Column("recall", sa.Float(), nullable=False),
        sa.Column("before_stability", sa.Float()),
        sa.Column("before_difficulty", sa.Float()),
        sa.Column("before_last", INSTANT),
        sa.Column("before_due", INSTANT),
        sa.Column("before_reviews", sa.Integer()),
        sa.Column("before_lapses", sa.Integer()),
        sa.PrimaryKeyConstraint("learner", "id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_of_item", "reviews", ["learner", "item", "at"])
    op.create_index("ix_reviews_recent", "reviews", ["learner", "at"])


def _sums() -> None:
    op.create_table(
        "review_days",
        _text("learner", 64),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "day", name="pk_review_days"),
    )
    op.create_table(
        "review_sums",
        _text("learner", 64),
        _text("topic", 100),
        _text("kind", 16),
        sa.Column("bin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("remembered", sa.Integer(), nullable=False),
        sa.Column("predicted", sa.Float(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "topic", "kind", "bin", name="pk_review_sums"),
    )
