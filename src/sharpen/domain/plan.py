"""The plan: when the interview is, and how much time there is for it each day."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from datetime import date as Date

from sharpen.domain.fit import Fit

DAY_BEGINS = timedelta(hours=4)
"""A day of practice begins at four in the morning, local time: who reviews after midnight is not a day ahead."""
INTERVIEW_AT = time(9)
"""When an interview is taken to begin, local time, on its date."""
MINUTES, RETENTION, NEW_A_DAY = (1, 600), (0.7, 0.97), (0, 500)
"""The least and the most that a plan may have of each."""


@dataclass(frozen=True)
class Plan:
    """A learner's plan. Without a date, items come back when their recall falls to `retention`.

    `minutes` are those of a day, `new_a_day` is how many items are met for the first time on a day
    (with a date, the pace follows from it instead). `parameters` are the learner's own 21 of FSRS,
    empty until they are fitted; `fit` is what came of it when that was last tried. `updated` is UTC,
    None for a plan nobody has touched.
    """

    learner: str
    date: Date | None = None
    minutes: int = 30
    retention: float = 0.9
    new_a_day: int = 10
    parameters: tuple[float, ...] = ()
    updated: datetime | None = None
    fit: Fit | None = None

    def interview(self, now: datetime) -> datetime | None:
        """The time of the interview (UTC), None without a date or when it is over."""
        if self.date is None:
            return None
        at = datetime.combine(self.date, INTERVIEW_AT).astimezone(UTC)
        return at if at > now else None


def day_of(at: datetime) -> Date:
    """The day of practice that a time belongs to, where this machine is."""
    return (at.astimezone() - DAY_BEGINS).date()


def day_ends(at: datetime) -> datetime:
    """The end (UTC) of the day of practice that a time belongs to."""
    return _begins(day_of(at) + timedelta(days=1))


def day_begins(at: datetime) -> datetime:
    """The beginning (UTC) of the day of practice that a time belongs to: now and then 23 or 25 hours before its end."""
    return _begins(day_of(at))


def _begins(day: Date) -> datetime:
    return (datetime.combine(day, time()) + DAY_BEGINS).astimezone(UTC)
