"""A repository: what one learner left of one noun, within one transaction."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True)
class Repository:
    """Bound to a transaction and its learner: whatever is read is theirs, whatever is put becomes theirs.

    All speak alike: `get` one by its key, `everything`, some `of_…`; `put` in place of what has the same key,
    by one upsert; `add` what happens once, where the same key again is an error; `remove` by key.
    """

    db: Connection
    learner: str
