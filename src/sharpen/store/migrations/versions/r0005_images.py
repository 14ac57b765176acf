"""Images: those on cards that the learner brought; and when a standing was last changed but by a review."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "images",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "name", name="pk_images"),
    )
    op.add_column("memories", sa.Column("changed", sa.BigInteger()))
