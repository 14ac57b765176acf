"""Tables of stories and tellings."""

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from sharpen.store.columns import Moment, metadata

# Stories by STAR; `title` and `words` are of the passages, for lists. The ticks, and long texts last, are JSON.
stories = Table(
    "stories",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("deleted", Moment),
    Column("title", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("ticks", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("aside", Text, nullable=False),
)

# Each time a story was told; `went` is a rating, `review` the id of the review that it was.
tellings = Table(
    "tellings",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("story", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("question", String(100), nullable=False),
    Column("seconds", Float, nullable=False),
    Column("went", Integer),
    Column("review", String(64), nullable=False),
    Column("lineage", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("aside", Text, nullable=False),
)
Index("ix_tellings_of_story", tellings.c.learner, tellings.c.story, tellings.c.at, tellings.c.id)
