"""Plans: the result of fitting their parameters."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # Revision 0003 made the column for a while; data from then has it.
    if op.get_context().as_sql or not _is_there("plans", "fit"):
        op.add_column("plans", sa.Column("fit", sa.Text()))


def _is_there(table: str, column: str) -> bool:
    return column in {each["name"] for each in sa.inspect(op.get_bind()).get_columns(table)}
