"""Hints and solutions shown to a learner: each is recorded, because it says what a success is worth."""

from dataclasses import dataclass
from datetime import datetime

SOLUTION = 0
"""The number of the solution, shown before it was earned; hints count from 1."""


@dataclass(frozen=True)
class Reveal:
    """That a learner was shown a hint of a problem, or its solution, at this time (UTC).

    If shown more than once, only the latest time is kept.
    """

    learner: str
    problem: str
    number: int
    shown: datetime
