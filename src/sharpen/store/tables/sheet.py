"""Tables of the log of problems solved elsewhere."""

from sqlalchemy import Column, Date, Integer, String, Table, Text

from sharpen.store.columns import Moment, Word, metadata

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
