"""Plans: how much topics and decks count. Decks brought before this go on being asked in the daily review."""

import json
from collections import defaultdict
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

UNTOUCHED = {"minutes": 30, "retention": 0.9, "new_a_day": 10, "parameters": "[]"}
"""The plan of a learner who never changed it."""


def upgrade() -> None:
    op.add_column("plans", sa.Column("weights", sa.Text(), nullable=False, server_default="{}"))
    if not op.get_context().as_sql:
        _keep_decks()


def _keep_decks() -> None:
    connection = op.get_bind()
    cards = sa.table("cards", sa.column("learner"), sa.column("topic"))
    names = ("learner", "weights", *UNTOUCHED)
    plans = sa.table("plans", *map(sa.column, names), sa.column("updated", sa.DateTime(timezone=True)))
    decks: dict[str, dict[str, float]] = defaultdict(dict)
    for learner, deck in connection.execute(
        sa.select(cards.c.learner, cards.c.topic).group_by(cards.c.learner, cards.c.topic)
    ):
        decks[learner][deck] = 1.0
    there = set(connection.execute(sa.select(plans.c.learner)).scalars())
    for learner, weights in decks.items():
        if learner not in there:
            connection.execute(sa.insert(plans).values(learner=learner, updated=datetime.now(UTC), **UNTOUCHED))
        mine = plans.c.learner == learner
        connection.execute(sa.update(plans).where(mine).values(weights=json.dumps(weights)))
