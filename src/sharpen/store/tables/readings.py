"""The table of readings."""

from sqlalchemy import Boolean, Column, String, Table, Text

from sharpen.store.columns import Moment, metadata

# What a learner made of each reading: whether it is marked read, and the note; what is put aside of it is JSON.
readings = Table(
    "readings",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("reading", String(100), primary_key=True),
    Column("updated", Moment, nullable=False),
    Column("read", Boolean, nullable=False),
    Column("marked", Moment),
    Column("lineage", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("aside", Text, nullable=False),
)
