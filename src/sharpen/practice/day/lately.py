"""What changed since one last practiced on a day before today."""

from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date

from sharpen.domain.day import day_of
from sharpen.practice.work import Work


@dataclass(frozen=True)
class Lately:
    """The last day of practice before today: its reviews, the problems solved on it, and the points of readiness since.

    `points` is None where readiness was not looked at that day.
    """

    day: Date
    reviews: int
    solved: int
    points: float | None


def gather(work: Work, ready: float) -> Lately | None:
    """That day, given how ready one is now, from 0 to 1; None before there was one."""
    today = day_of(datetime.now(UTC))
    reviews = {day.date: day.reviews for day in work.reviews.days() if day.date < today}
    solved = [day_of(at) for _, at in work.attempts.standings().values() if at is not None]
    day = max([*reviews, *(each for each in solved if each < today)], default=None)
    if day is None:
        return None
    before = next((each.loop for each in work.readiness_days.since(day) if each.day == day), None)
    points = None if before is None else 100 * (ready - before)
    return Lately(day, reviews.get(day, 0), solved.count(day), points)
