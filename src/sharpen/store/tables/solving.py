"""Tables of attempts, drafts, hints and stars."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text

from sharpen.store.columns import Moment, Word, metadata

# Long texts stand last: SQLite then reads a row's short columns without the pages behind them. `seed` came later, so it
# stands behind them, and is read only with them.
attempts = Table(
    "attempts",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("problem", String(100), nullable=False),
    Column("version", String(64), nullable=False),
    Column("origin", Word(16), nullable=False),
    Column("created", Moment, nullable=False),
    Column("state", Word(16), nullable=False),
    Column("verdict", Word(32)),
    Column("finished", Moment),
    Column("cpu_ms", Float, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("peeked", Boolean, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("judged_by", String(255), nullable=False),
    Column("source", Text, nullable=False),
    Column("results", Text, nullable=False),
    Column("seed", Integer),
)
Index("ix_attempts_recent", attempts.c.learner, attempts.c.created, attempts.c.id)
Index("ix_attempts_of_problem", attempts.c.learner, attempts.c.problem, attempts.c.created, attempts.c.id)
Index("ix_attempts_verdict", attempts.c.learner, attempts.c.problem, attempts.c.verdict, attempts.c.created)
Index("ix_attempts_state", attempts.c.state)

drafts = Table(
    "drafts",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("problem", String(100), primary_key=True),
    Column("replaced", Boolean, primary_key=True),
    Column("updated", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("cases", Text, nullable=False),
    Column("lineage", Text, nullable=False),
)

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("problem", String(100), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("kept", Moment, nullable=False),
    Column("why", Word(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("cases", Text, nullable=False),
)

hints = Table(
    "hints",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("problem", String(100), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("shown", Moment, nullable=False),
)

stars = Table(
    "stars",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("problem", String(100), primary_key=True),
    Column("on", Boolean, nullable=False),
    Column("changed", Moment, nullable=False),
)
