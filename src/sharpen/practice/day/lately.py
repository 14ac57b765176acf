"""What changed since one last practiced on a day before today."""

from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date

from sharpen.domain.counting import counted
from sharpen.domain.day import day_of
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work

LEAST = 0.05
"""Points of readiness that are worth a word."""


@dataclass(frozen=True)
class Lately:
    """The last day of practice before today: its reviews, the problems solved on it, and the points of readiness since.

    `points` is None where readiness was not looked at that day.
    """

    day: Date
    reviews: int
    solved: int
    points: float | None

    @property
    def words(self) -> str:
        """All of it in a sentence or two: "34 reviews, 2 problems solved. Readiness +0.4 points since."."""
        reviews = [counted(self.reviews, "review")] * bool(self.reviews)
        done = ", ".join([*reviews, *[f"{counted(self.solved, 'problem')} solved"] * bool(self.solved)])
        moved = self.points is not None and abs(self.points) >= LEAST
        return f"{done}." + (f" Readiness {self.points:+.1f} points since." if moved else "")


def gather(work: Work, ready: float) -> Lately | None:
    """That day, given how ready one is now, from 0 to 1; None before there was one."""
    today = day_of(datetime.now(UTC))
    reviews = work.reviews.last_day(today)
    solved = [day_of(at) for _, at in attempts.standings(work).values() if at is not None]
    days = [reviews.date] if reviews else []
    day = max([*days, *(each for each in solved if each < today)], default=None)
    if day is None:
        return None
    before = next((each.loop for each in work.readiness_days.since(day) if each.day == day), None)
    points = None if before is None else 100 * (ready - before)
    count = reviews.reviews if reviews and reviews.date == day else 0
    return Lately(day, count, solved.count(day), points)
