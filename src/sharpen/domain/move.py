"""A move: something on the calendar that the learner put elsewhere."""

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime


@dataclass(frozen=True)
class Move:
    """One thing to do, by its kind and its name among them: it stays on `day`, or is skipped where that is None."""

    learner: str
    kind: str
    id: str
    day: Date | None
    updated: datetime
