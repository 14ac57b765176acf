"""Problems solved elsewhere, and what the columns of an imported sheet are."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "sheet_rows",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("link", sa.String(500), nullable=False),
        sa.Column("source", sa.String(100), nullable=False),
        sa.Column("difficulty", sa.String(16)),
        sa.Column("patterns", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer()),
        sa.Column("went", sa.String(16)),
        sa.Column("day", sa.Date()),
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "id", name="pk_sheet_rows"),
    )
    op.create_table(
        "sheet_columns",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("heading", sa.String(300), nullable=False),
        sa.Column("field", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("learner", "heading", name="pk_sheet_columns"),
    )
