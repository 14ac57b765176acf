"""The table of mock loops."""

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from sharpen.store.columns import Moment, metadata

# Mock loops; rounds with what was asked in them, pauses and weak topics are JSON.
mocks = Table(
    "mocks",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("loop", String(100), nullable=False),
    Column("title", String(200), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("started", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("share", Float, nullable=False),
    Column("role", String(100), nullable=False),
    Column("level", String(100), nullable=False),
    Column("finished", Moment),
    Column("abandoned", Moment),
    Column("weak", Text, nullable=False),
    Column("pauses", Text, nullable=False),
    Column("rounds", Text, nullable=False),
)
Index("ix_mocks_open", mocks.c.learner, mocks.c.finished, mocks.c.abandoned)
