"""Labs: the designs that are being written, and the runs of them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "designs",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("lab", sa.String(100), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("predictions", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "lab", name="pk_designs"),
    )
    op.create_table(
        "lab_runs",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("lab", sa.String(100), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("short", sa.Boolean(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("run_by", sa.String(255), nullable=False),
        sa.Column("score", sa.Float()),
        sa.Column("failure", sa.Text()),
        sa.Column("predictions", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("report", sa.Text()),
        sa.PrimaryKeyConstraint("learner", "id", name="pk_lab_runs"),
    )
    op.create_index("ix_lab_runs_of_lab", "lab_runs", ["learner", "lab", "started", "id"])
    op.create_index("ix_lab_runs_state", "lab_runs", ["state"])
