"""Stars: problems that a learner marked to find them again."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Star:
    """Whether a learner has a star at a problem, since when (UTC).

    One that was taken back is kept as such, so that an older backup does not bring it back.
    """

    learner: str
    problem: str
    on: bool
    changed: datetime
