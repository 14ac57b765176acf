"""The tables. A change here needs a migration beside it: see migrations/versions."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
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


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """A point in time as microseconds since 1970: for times that are read, and counted with, by the ten thousand."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Word(TypeDecorator[str]):
    """A short text; of an enumeration's member, its value, whatever the database's driver makes of members."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)


def parts(values: Iterable[str], size: int = 500) -> Iterator[list[str]]:
    """Many values in lists that one statement can take: databases limit how many."""
    every = list(values)
    return (every[start : start + size] for start in range(0, len(every), size))


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

# A row for everything that was met, suspended or buried; `stability` is null for what was never met.
memories = Table(
    "memories",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("item", String(200), primary_key=True),
    Column("kind", Word(16), nullable=False),
    Column("topic", String(100), nullable=False),
    Column("stability", Float),
    Column("difficulty", Float),
    Column("last", Instant),
    Column("due", Instant),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("suspended", Boolean, nullable=False),
    Column("buried_until", Instant),
    Column("changed", Instant),
)
Index("ix_memories_lapses", memories.c.learner, memories.c.lapses)
Index("ix_memories_suspended", memories.c.learner, memories.c.suspended)

reviews = Table(
    "reviews",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("item", String(200), nullable=False),
    Column("kind", Word(16), nullable=False),
    Column("topic", String(100), nullable=False),
    Column("at", Instant, nullable=False),
    Column("day", Date, nullable=False),
    Column("days", Integer, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("seed", BigInteger),
    Column("recall", Float, nullable=False),
    Column("before_stability", Float),
    Column("before_difficulty", Float),
    Column("before_last", Instant),
    Column("before_due", Instant),
    Column("before_reviews", Integer),
    Column("before_lapses", Integer),
)
Index("ix_reviews_of_item", reviews.c.learner, reviews.c.item, reviews.c.at)
Index("ix_reviews_recent", reviews.c.learner, reviews.c.at)

# Sums over the reviews, kept with each of them: statistics need not read half a million.
review_days = Table(
    "review_days",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("reviews", Integer, nullable=False),
    Column("met", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
)

review_sums = Table(
    "review_sums",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("topic", String(100), primary_key=True),
    Column("kind", Word(16), primary_key=True),
    Column("bin", Integer, primary_key=True, autoincrement=False),
    Column("reviews", Integer, nullable=False),
    Column("remembered", Integer, nullable=False),
    Column("predicted", Float, nullable=False),
    Column("seconds", Float, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("item", String(200), primary_key=True),
    Column("updated", Moment, nullable=False),
    Column("text", Text, nullable=False),
)

# Cards that the learner brought, from Anki: each a question and its answer, Markdown.
cards = Table(
    "cards",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("topic", String(100), nullable=False),
    Column("updated", Moment, nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
)
Index("ix_cards_learner_topic", cards.c.learner, cards.c.topic)

# Images on those cards, each under a name that is a digest of it.
images = Table(
    "images",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# Problems solved elsewhere, a row for each; patterns are a JSON list.
sheet_rows = Table(
    "sheet_rows",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("title", String(300), nullable=False),
    Column("updated", Moment, nullable=False),
    Column("link", String(500), nullable=False),
    Column("source", String(100), nullable=False),
    Column("difficulty", Word(16)),
    Column("patterns", Text, nullable=False),
    Column("minutes", Integer),
    Column("went", Word(16)),
    Column("day", Date),
    Column("batch", String(64), nullable=False),
    Column("notes", Text, nullable=False),
)

# What a learner said the columns of an imported sheet are, by heading.
sheet_columns = Table(
    "sheet_columns",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("heading", String(300), primary_key=True),
    Column("field", String(16), nullable=False),
)

plans = Table(
    "plans",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("date", Date),
    Column("minutes", Integer, nullable=False),
    Column("retention", Float, nullable=False),
    Column("new_a_day", Integer, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("parameters", Text, nullable=False),
    Column("fit", Text),
    Column("weights", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("topic", String(100), primary_key=True),
    Column("started", Moment, nullable=False),
    Column("state", Text, nullable=False),
)
