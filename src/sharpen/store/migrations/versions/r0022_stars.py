"""Stars at problems."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "stars",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("problem", sa.String(100), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("learner", "problem", name="pk_stars"),
    )
