"""Tables of sittings and labs."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text

from sharpen.store.columns import Moment, Word, metadata

# Attempts at cases; what was asked and ticked, and the texts, are JSON.
sittings = Table(
    "sittings",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("case", String(100), nullable=False),
    Column("started", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("finished", Moment),
    Column("seconds", Float, nullable=False),
    Column("ticks", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("aside", Text, nullable=False),
    Column("deleted", Moment),
)
Index("ix_sittings_of_case", sittings.c.learner, sittings.c.case, sittings.c.id)

# The design.py that is being written for each lab; `before` is what a reset replaced.
designs = Table(
    "designs",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("lab", String(100), primary_key=True),
    Column("updated", Moment, nullable=False),
    Column("source", Text, nullable=False),
    Column("predictions", Text, nullable=False),
    Column("before", Text, nullable=False),
)

# Runs of designs, long texts last; failure and report are JSON, and `score` is the report's.
lab_runs = Table(
    "lab_runs",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("lab", String(100), nullable=False),
    Column("version", String(64), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("short", Boolean, nullable=False),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("state", Word(16), nullable=False),
    Column("run_by", String(255), nullable=False),
    Column("score", Float),
    Column("failure", Text),
    Column("predictions", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("report", Text),
)
Index("ix_lab_runs_of_lab", lab_runs.c.learner, lab_runs.c.lab, lab_runs.c.started, lab_runs.c.id)
Index("ix_lab_runs_state", lab_runs.c.state)
