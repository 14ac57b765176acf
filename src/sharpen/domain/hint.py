"""Hints and solutions shown to a learner: each is recorded, because it says what a success is worth."""

from dataclasses import dataclass
from datetime import datetime

SOLUTION = 0
"""The number of the solution, shown before it was earned; hints count from 1."""


@dataclass(frozen=True)
class Reveal:
    """That a learner was shown a hint of a problem, or its solution, at this time (UTC).

    Of several times it is the last: when a problem is to be solved again, what is shown is shown anew.
    """

    learner: str
    problem: str
    number: int
    shown: datetime
