"""Tables of recordings."""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, String, Table

from sharpen.store.columns import Moment, metadata

# Recordings of the learner's voice, without their sound.
recordings = Table(
    "recordings",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("of", String(200), nullable=False),
    Column("media", String(64), nullable=False),
    Column("made", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("size", Integer, nullable=False),
    Column("chunks", Integer, nullable=False),
    Column("expected", Integer),
    Column("deleted", Moment),
)
Index("ix_recordings_of", recordings.c.learner, recordings.c.of, recordings.c.made)

# Their sound, in the chunks that it came in.
recording_chunks = Table(
    "recording_chunks",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("recording", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("seconds", Float, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
