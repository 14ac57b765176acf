"""A plan as it is played by the model that builds the sessions: what each day may hold, and what comes of it."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from sharpen.domain.day import day_begins, day_ends, day_of
from sharpen.domain.plan import FARTHEST, RANGES, Plan
from sharpen.practice.day import agenda
from sharpen.practice.exercises import ELSEWHERE
from sharpen.practice.work import Work

if TYPE_CHECKING:
    from sharpen.memory.forecast import Outcome

WITHOUT_DATE = 30
"""Days to look ahead when there is no date."""
MORE = (2, 3)
"""The forecast also says what so many times the minutes would reach."""
HALF = 0.5
"""A topic counts as reached when more likely than not something of it will have been met."""


@dataclass(frozen=True)
class Reach:
    """How far so many minutes a day reach: topics of which something will have been met, of how many, and recall."""

    minutes: int
    topics: int
    of: int
    recall: float


class Game:
    """A plan as it is played from now: what is there, and what each day may hold. What was done today counts."""

    def __init__(self, work: Work, plan: Plan, whole: agenda.Agenda, now: datetime) -> None:
        self.plan, self.whole = plan, whole
        self.met, self.seconds = work.reviews.between(day_begins(now), day_ends(now), ELSEWHERE)
        self.minutes = agenda.part(work, plan, now) * plan.minutes
        self.ahead = plan.days_left(now)
        self.end = WITHOUT_DATE if self.ahead is None else min(self.ahead, FARTHEST)
        self.here, self.elsewhere = agenda.states(whole, now), agenda.elsewhere(whole)
        self.rested, self.shares = agenda.rested(whole, now), agenda.shares(whole)
        self.today = day_of(now)

    @property
    def key(self) -> Hashable:
        """All that decides how it goes."""
        arrays = (*vars(self.here).values(), self.elsewhere, *(some for some, _ in self.shares))
        plan = (self.minutes, self.plan.retention, self.plan.new_a_day, self.plan.parameters, self.plan.days_off)
        numbers = (
            self.ahead,
            self.today.weekday(),
            self.rested,
            self.met,
            self.seconds,
            tuple(part for _, part in self.shares),
        )
        items = "\n".join(item.topic for item in self.whole.items).encode()
        return (*plan, *numbers, hashlib.sha256(b"".join([items, *(each.tobytes() for each in arrays)])).digest())

    def played(self, wanted: Callable[[], bool], times: int = 1, runs: int = 12) -> "Outcome":
        """What comes of it, with so many times the minutes."""
        from sharpen.memory.choosing import Day as Holds
        from sharpen.memory.choosing import pace
        from sharpen.memory.forecast import simulated, spans

        # Of days that are taken together some may be off: all of them then hold the less.
        parts = [part for span, first in _placed(spans(max(1, self.end))) for part in [self._part(first, span)] * span]

        def day_at(number: int, unmet: int) -> Holds:
            met, seconds = (self.met, self.seconds) if number == 0 else (0, 0.0)
            part, practice = parts[number], partial(self.plan.days_on, self.today + timedelta(days=number))
            left = None if self.ahead is None else self.end - number
            new = self.plan.new_a_day if left is None else pace(unmet + met, left, practice)
            minutes = max(times * self.minutes * part - seconds / 60, 0.0)
            on = practice(left) / part if left is not None and part else None
            return Holds(minutes, max(ceil(new * part) - met, 0), left, shares=self.shares, practice=on)

        return simulated(
            self.here,
            self.elsewhere,
            day_at,
            max(1, self.end),
            self.end,
            retention=self.plan.retention,
            rested=self.rested,
            parameters=agenda.parameters(self.plan),
            runs=runs,
            wanted=wanted,
        )

    def _part(self, first: int, days: int) -> float:
        """The part of some days together that are days of practice; `first` counts from today."""
        return self.plan.days_on(self.today + timedelta(days=first), days) / days

    def reached(self, wanted: Callable[[], bool]) -> tuple[Reach, ...]:
        """What more minutes would reach. Without a date it is the number of new items a day that decides."""
        if self.ahead is None:
            return ()
        return tuple(
            reach_of(self.whole, times * self.plan.minutes, self.played(wanted, times, runs=1))
            for times in MORE
            if times * self.plan.minutes <= RANGES["minutes"][2]
        )


def _placed(spans: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Each of spans that follow one another, with the number of its first day."""
    return zip(spans, accumulate(spans, initial=0), strict=False)


def reach_of(whole: agenda.Agenda, minutes: int, outcome: "Outcome") -> Reach:
    """How far so many minutes reach, of what comes of them."""
    met = met_of(whole, outcome)
    recall = float(outcome.recall.mean()) if len(outcome.recall) else 0.0
    return Reach(minutes, sum(count >= HALF for count in met.values()), len(met), recall)


def met_of(whole: agenda.Agenda, outcome: "Outcome") -> dict[str, float]:
    """How many items of each topic will have been met, as is expected."""
    met: dict[str, float] = {}
    for item, probability in zip(whole.items, outcome.met.tolist(), strict=True):
        met[item.topic] = met.get(item.topic, 0.0) + probability
    return met
