"""Sittings: when one was deleted, so that it can be brought back."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("sittings", sa.Column("deleted", sa.DateTime(timezone=True)))
