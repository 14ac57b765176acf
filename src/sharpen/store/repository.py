"""A repository: what one learner left of one noun, within one transaction."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True)
class Repository:
    """Bound to a transaction and its learner: whatever is read is theirs, whatever is put becomes theirs."""

    db: Connection
    learner: str
