"""The table of days on which the interviewer was asked."""

from sqlalchemy import Column, Date, Integer, String, Table

from sharpen.store.columns import metadata

# What was asked of the interviewer on each day of practice, in tokens; `estimated` of them were counted by us.
interviewer_days = Table(
    "interviewer_days",
    metadata,
    Column("learner", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("requests", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("estimated", Integer, nullable=False),
)
