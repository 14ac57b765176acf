"""Tables of what is remembered."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Index, Integer, LargeBinary, String, Table, Text

from sharpen.store.columns import Instant, Moment, Word, metadata

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

# Cards that the learner brought from Anki, or wrote: each a question and its answer, Markdown.
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
    Column("role", String(64), nullable=False),
    Column("level", String(64), nullable=False),
    Column("days_off", Text, nullable=False),
    Column("sure_of", Text, nullable=False),
)

# What the learner moved on the calendar: to a day, or (day is null) off it.
moves = Table(
    "moves",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("day", Date),
    Column("updated", Moment, nullable=False),
)

# How ready one was on a day, so that it can be looked at over time.
readiness_days = Table(
    "readiness_days",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("loop", Float, nullable=False),
    Column("rounds", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("topic", String(100), primary_key=True),
    Column("started", Moment, nullable=False),
    Column("state", Text, nullable=False),
)
