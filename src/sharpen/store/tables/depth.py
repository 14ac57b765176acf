"""Tables of projects and dives."""

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from sharpen.store.columns import Moment, Word, metadata

# Projects of the learner; the texts of the fields, what is put aside of them, and the methods are JSON.
projects = Table(
    "projects",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("deleted", Moment),
    Column("methods", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("aside", Text, nullable=False),
)

# What projects were before, long texts last; `characters` is the length of `texts`, which lists do not read.
project_versions = Table(
    "project_versions",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("project", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("kept", Moment, nullable=False),
    Column("why", Word(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("characters", Integer, nullable=False),
    Column("texts", Text, nullable=False),
)

# Dives into projects, long texts last. How answers went is JSON apart from what was asked and answered, which lists
# and maps do not read.
dives = Table(
    "dives",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("project", String(64), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("started", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("finished", Moment),
    Column("seconds", Float, nullable=False),
    Column("first", String(100), nullable=False),
    Column("answers", Text, nullable=False),
    Column("rated", Text, nullable=False),
    Column("questions", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("aside", Text, nullable=False),
)
Index("ix_dives_of_project", dives.c.learner, dives.c.project, dives.c.id)
