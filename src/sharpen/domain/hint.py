"""Hints and solutions shown to a learner: each is recorded, because it says what a success is worth."""

from dataclasses import dataclass
from datetime import datetime

SOLUTION = 0
"""The number of the solution, shown before it was earned; hints count from 1."""


COST = 1000
"""That of the question what the best answer costs, which was answered or skipped; no problem has so many hints."""


@dataclass(frozen=True)
class Reveal:
    """That a learner was shown a hint of a problem, or its solution, at this time (UTC).

    If shown more than once, only the latest time is kept.
    """

    learner: str
    problem: str
    number: int
    shown: datetime

    @property
    def is_hint(self) -> bool:
        return SOLUTION < self.number < COST
