"""The tables. A change here needs a migration beside it: see migrations/versions."""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})


class Moment(TypeDecorator[datetime]):
    """A point in time: UTC with its zone in Python, whatever the database makes of zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[str]):
    """A short text; of an enumeration's member, its value, whatever the database's driver makes of members."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)


# Long texts stand last: SQLite then reads a row's short columns without the pages behind them.
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
)

hints = Table(
    "hints",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("problem", String(100), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("shown", Moment, nullable=False),
)
