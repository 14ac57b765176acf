"""Drafts know what they came from, and their earlier versions are kept."""

import json
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("drafts", sa.Column("lineage", sa.Text(), nullable=False, server_default="[]"))
    if not op.get_context().as_sql:
        _name_what_is_there()
    op.create_table(
        "draft_versions",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("problem", sa.String(100), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kept", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(16), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "problem", "id", name="pk_draft_versions"),
    )


def _name_what_is_there() -> None:
    """Each draft gets the edit that `domain.draft.edit_of` gives its text."""
    keys = ("learner", "problem", "replaced")
    columns: list[sa.ColumnClause[str]] = [sa.column(name) for name in (*keys, "source", "cases", "lineage")]
    drafts = sa.table("drafts", *columns)
    connection = op.get_bind()
    for row in connection.execute(sa.select(drafts)).mappings().all():
        text = "\0".join((row["source"], *json.loads(row["cases"])))
        lineage = json.dumps([sha256(text.encode()).hexdigest()[:24] + ".0"])
        same = sa.and_(*(drafts.c[name] == row[name] for name in keys))
        connection.execute(sa.update(drafts).where(same).values(lineage=lineage))
