"""The plan: when the interview is, and how much time there is for it each day."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from datetime import date as Date

from sharpen.domain.day import days_between
from sharpen.domain.fit import Fit

INTERVIEW_AT = time(9)
"""When an interview is taken to begin, local time, on its date."""
MINUTES, RETENTION, NEW_A_DAY = (1, 600), (0.7, 0.97), (0, 500)
"""The least and the most that a plan may have of each."""


@dataclass(frozen=True)
class Plan:
    """A learner's plan. Without a date, items come back when their recall falls to `retention`.

    `minutes` are per day, `new_a_day` is how many items are met for the first time on a day
    (with a date, the pace follows from it instead). `parameters` are the learner's own 21 of FSRS,
    empty until they are fitted; `fit` is the result of the last try. `updated` is UTC,
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

    def days_left(self, now: datetime) -> int | None:
        """The days of practice until the interview, 0 on its morning; None without a date or when it is over."""
        interview = self.interview(now)
        return None if interview is None else days_between(now, interview)
