"""The plan: when the interview is, how much time there is for it each day, and what counts how much."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from datetime import date as Date

from sharpen.domain.day import days_between
from sharpen.domain.fit import Fit

INTERVIEW_AT = time(9)
"""When an interview is taken to begin, local time, on its date."""
FARTHEST = 5 * 365
"""Days ahead beyond which nothing is planned."""
RANGES: Mapping[str, tuple[str, float, float]] = {
    "minutes": ("Minutes a day", 1, 600),
    "retention": ("The retention", 0.7, 0.97),
    "new_a_day": ("New items a day", 0, 500),
}
"""What each number of a plan is called, and the least and the most that it may be."""
HEAVIEST = 4.0
"""The most that a round, a topic or a deck may count; 1 is as usual, and 0 is not at all."""
MOST_WEIGHTS, LONGEST_ID = 10_000, 200
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of the week in the order in which a plan numbers them."""
DAYS_OF_A_WEEK, MOST_GROUPS = len(WEEKDAYS), 1_000
ROUND = "round:"
"""What the name of a round begins with, beside those of topics, where weights are kept."""


@dataclass(frozen=True)
class Plan:
    """A learner's plan. Without a date, items come back when their recall falls to `retention`.

    `minutes` are per day, `new_a_day` is how many items are met for the first time on a day
    (with a date, the pace follows from it instead). `parameters` are the learner's own 21 of FSRS,
    empty until they are fitted; `fit` is the result of the last try. `updated` is UTC,
    None for a plan nobody has touched.

    `weights` say how much a topic, a deck or (with ROUND before it) a round counts, where it is not as usual.

    `role` and `level` are what the interview is for, ids of the table of loops; `days_off` are days of the week without
    practice, 0 for Monday; `sure_of` are titles of groups of topics that the learner says they know. Each is empty
    where nothing was said.
    """

    learner: str
    date: Date | None = None
    minutes: int = 30
    retention: float = 0.9
    new_a_day: int = 10
    parameters: tuple[float, ...] = ()
    updated: datetime | None = None
    fit: Fit | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    role: str = ""
    level: str = ""
    days_off: frozenset[int] = frozenset()
    sure_of: tuple[str, ...] = ()

    def minutes_on(self, day: Date) -> int:
        """The minutes of a day of practice: none on a day off."""
        return 0 if day.weekday() in self.days_off else self.minutes

    def days_on(self, first: Date, days: int) -> int:
        """How many of so many days, the first of which is given, are days of practice."""
        weeks, rest = divmod(max(days, 0), DAYS_OF_A_WEEK)
        off = sum((first + timedelta(days=day)).weekday() in self.days_off for day in range(rest))
        return weeks * (DAYS_OF_A_WEEK - len(self.days_off)) + rest - off

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

    def weight(self, topic: str, round_: str, usual: float = 1.0) -> float:
        """How much a topic of a round counts; `usual` is for one of which the learner said nothing."""
        return self.weights.get(topic, usual) * self.weights.get(f"{ROUND}{round_}", 1.0)


def check(name: str, value: float) -> None:
    """Raises ValueError for a number that no plan may have under this name, one of RANGES."""
    what, least, most = RANGES[name]
    if not least <= value <= most:  # a NaN is in no order
        raise ValueError(f"{what} must be from {least} to {most}, not {value}.")


def check_date(date: Date | None, today: Date) -> None:
    """Raises ValueError for a date that is too far ahead to be planned for. One that is over may be in a plan."""
    if date is not None and (date - today).days > FARTHEST:
        raise ValueError(f"The date {date} cannot be planned for: it must lie ahead, within five years.")


def check_days_off(days: Collection[int]) -> None:
    """Raises ValueError for days off that leave no day of the week, or are none."""
    if not set(days) < set(range(DAYS_OF_A_WEEK)):
        raise ValueError("Days off are days of the week, and one at least must be left for practice.")


def check_sure_of(groups: Sequence[str]) -> None:
    """Raises ValueError for more groups than there can be, or names that no group has."""
    if len(groups) > MOST_GROUPS or not all(0 < len(each.encode()) <= LONGEST_ID for each in groups):
        raise ValueError(f"At most {MOST_GROUPS} groups of topics can be named, each by 1 to {LONGEST_ID} bytes.")


def check_weights(weights: Mapping[str, float]) -> None:
    """Raises ValueError for weights that no plan may have."""
    if len(weights) > MOST_WEIGHTS:
        raise ValueError(f"At most {MOST_WEIGHTS:,} topics and decks can be weighted.")
    for name, weight in weights.items():
        if not 0 < len(name.encode()) <= LONGEST_ID:
            raise ValueError("The name of a topic has from 1 to 200 bytes.")
        if not 0 <= weight <= HEAVIEST:
            raise ValueError(f"The weight of {name} must be from 0 to {HEAVIEST:g}, not {weight}.")
