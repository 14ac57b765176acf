"""Memory: what is known of how well a learner remembers an item, of whatever kind."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

LEECH = 8
"""Lapses from which an item is a leech: rewriting it helps more than another review."""


class Rating(IntEnum):
    """How well the learner did."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True)
class Memory:
    """The state of one item in one learner's memory. Times are UTC.

    `stability` is the number of days after which recall falls to 0.9; `difficulty` runs from 1 to
    10. `reviews` counts all of them, `lapses` those rated AGAIN after the first.
    """

    stability: float
    difficulty: float
    last: datetime
    due: datetime
    reviews: int = 1
    lapses: int = 0

    @property
    def leech(self) -> bool:
        return self.lapses >= LEECH


def self_rating(ticked: int, points: int) -> Rating:
    """The rating that ticking so many of a rubric's points suggests; the learner may choose another.

    Raises ValueError for a rubric without points, or more ticks than points.
    """
    if not 0 <= ticked <= points or not points:
        raise ValueError(f"{ticked} of {points} points cannot be ticked")
    share = ticked / points
    return Rating.AGAIN if share < 0.5 else Rating.HARD if share < 0.75 else Rating.GOOD if share < 1 else Rating.EASY
