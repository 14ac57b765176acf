"""Attempts: the seed of the inputs that are drawn for each. Those of before were judged without."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("attempts", sa.Column("seed", sa.Integer()))
