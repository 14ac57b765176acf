"""The plan: an interview date, minutes per day, and an honest forecast of what will be remembered."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from functools import partial
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Any

from sharpen.domain.day import day_begins, day_ends, day_of
from sharpen.domain.plan import FARTHEST, RANGES, Plan
from sharpen.domain.topic import Outline
from sharpen.practice.day import agenda
from sharpen.practice.day.possible import possible, weights_kept
from sharpen.practice.exercises import ELSEWHERE
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.memory.forecast import Outcome

Made = tuple["Outcome", tuple["Reach", ...]]
"""What a plan leads to, and what more minutes would reach."""
LISTS: Mapping[str, Callable[[Any], Collection[Any]]] = {"days_off": frozenset, "sure_of": tuple}
"""As what a plan keeps that of which there are several."""
WITHOUT_DATE = 30
"""Days to look ahead when there is no date."""
KEPT = 8
"""Forecasts that are kept at once."""


@dataclass(frozen=True)
class Day:
    """One day of the forecast: reviews to expect (those of new items included), and their minutes."""

    date: Date
    reviews: float
    new: float
    minutes: float


@dataclass(frozen=True)
class Expected:
    """What is expected to be remembered on the last day, of a round or a topic or all: `recall` is the share of items.

    Items that will not have been met count as forgotten.
    """

    id: str
    title: str
    items: int
    met: float
    """How many of them will have been met by then."""
    recall: float
    now: float
    """The share that would be remembered today."""
    round: str = ""
    """For a topic, the round it belongs to."""


@dataclass(frozen=True)
class Reach:
    """How far so many minutes a day reach: topics of which something will have been met, of how many, and recall."""

    minutes: int
    topics: int
    of: int
    recall: float


@dataclass(frozen=True)
class Forecast:
    """What the plan leads to if it is kept: up to the interview date, or for 30 days without one.

    `reach` is what the minutes of the plan reach, and then what more of them would; those alone with a date.
    """

    until: Date
    days: tuple[Day, ...]
    overall: Expected
    rounds: tuple[Expected, ...]
    topics: tuple[Expected, ...]
    reach: tuple[Reach, ...] = ()

    @property
    def reaches(self) -> str:
        """What the minutes reach, in a sentence: "30 minutes a day reach 54 of 80 topics, 60 all of them."."""
        mine, *more = self.reach
        unit = "minute a day reaches" if mine.minutes == 1 else "minutes a day reach"
        if mine.topics == mine.of:
            return f"{mine.minutes} {unit} all {mine.of} topics."
        farther = [each for each in more if mine.topics < each.topics < each.of]
        rest = "".join(f", {each.minutes} {each.topics}" for each in farther)
        whole = next((f", {each.minutes} all of them" for each in more if each.topics == each.of), "")
        return f"{mine.minutes} {unit} {mine.topics} of {mine.of} topics{rest}{whole}."


class Forecasts:
    """The forecasts made last, so that one is made once only for the same plan, on the same day, of the same memory."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, Made] = OrderedDict()

    def get(self, key: Hashable, make: "Callable[[], Made]") -> "Made":
        """What was made under a key, or is made now."""
        if key not in self._made:
            self._made[key] = make()
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        return self._made[key]


def change(
    ws: Workspace,
    *,
    date: Date | None = None,
    no_date: bool = False,
    minutes: int | None = None,
    retention: float | None = None,
    new_a_day: int | None = None,
    weights: Mapping[str, float] | None = None,
    role: str | None = None,
    level: str | None = None,
    days_off: Collection[int] | None = None,
    sure_of: Sequence[str] | None = None,
) -> Plan:
    """Change what is given of the plan, and leave the rest; of `weights` those given.

    An empty `role` or `level` takes back what was said, as empty `days_off` and `sure_of` do.

    The session of the day is chosen again if nothing was done in it yet, else the next day.

    Raises BadPlan for a date that is over, minutes outside 1-600, a retention outside 0.7-0.97, new
    items outside 0-500, for weights outside 0-4 or of what is no round, topic or deck, for a role, a level or a
    group that there is not, and for days off that leave no day of the week.
    """
    given: dict[str, Any] = {"date": date, "minutes": minutes, "retention": retention, "new_a_day": new_a_day}
    given |= {"role": role, "level": level, "days_off": days_off, "sure_of": sure_of}
    changed = {name: value for name, value in given.items() if value is not None}
    possible(changed, weights or {}, ws.library)
    changed |= {name: kind(changed[name]) for name, kind in LISTS.items() if name in changed}
    if no_date:
        changed["date"] = None
    with ws.writing() as work:
        old = work.plans.get()
        if weights:
            changed["weights"] = weights_kept(work, {**old.weights, **weights})
        new = replace(old, **changed, updated=datetime.now(UTC))
        work.plans.put(new)
        work.review_sessions.remove_unbegun()
    return new


def forecast(
    work: Work,
    kept: Forecasts | None = None,
    wanted: Callable[[], bool] = lambda: True,
    plan: Plan | None = None,
) -> Forecast:
    """What to expect, computed by the model that builds the sessions. Half a second or less; ask for it late.

    It is that of the learner's plan, or of another date, minutes and days off if a `plan` is given. One that was `kept`
    is not computed again. Raises GivenUp when it is not `wanted` any more.
    """
    now = datetime.now(UTC)
    mine, whole, outline = plan or work.plans.get(), agenda.planned(work), card_pool.outline(work)
    done = work.reviews.between(day_begins(now), day_ends(now), ELSEWHERE)
    game = _Game(mine, whole, now, *done, agenda.part(work, mine, now))
    outcome, reach = (kept or Forecasts()).get(game.key, lambda: (game.played(wanted), game.reached(wanted)))
    today = day_of(now)
    numbers = zip(outcome.reviews.tolist(), outcome.new.tolist(), outcome.minutes.tolist(), strict=True)
    days = tuple(Day(today + timedelta(days=n), *values) for n, values in enumerate(numbers))
    until = today + timedelta(days=game.end)
    recall = agenda.recall_now(game.here, mine)
    first = (_reach(whole, mine.minutes, outcome),)
    return replace(_summed(outline, whole, until, days, outcome, recall), reach=(*first, *reach))


MORE = (2, 3)
"""The forecast also says what so many times the minutes would reach."""


class _Game:
    """A plan as it is played: what is there, and what each day may hold. `met` and `seconds` are those of today."""

    def __init__(self, plan: Plan, whole: agenda.Agenda, now: datetime, met: int, seconds: float, part: float) -> None:
        self.plan, self.whole, self.met, self.seconds = plan, whole, met, seconds
        self.minutes = part * plan.minutes
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
            _reach(self.whole, times * self.plan.minutes, self.played(wanted, times, runs=1))
            for times in MORE
            if times * self.plan.minutes <= RANGES["minutes"][2]
        )


def _placed(spans: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Each of spans that follow one another, with the number of its first day."""
    return zip(spans, accumulate(spans, initial=0), strict=False)


def _reach(whole: agenda.Agenda, minutes: int, outcome: "Outcome") -> Reach:
    met: dict[str, float] = {}
    for item, probability in zip(whole.items, outcome.met.tolist(), strict=True):
        met[item.topic] = met.get(item.topic, 0.0) + probability
    recall = float(outcome.recall.mean()) if len(outcome.recall) else 0.0
    return Reach(minutes, sum(count >= HALF for count in met.values()), len(met), recall)


HALF = 0.5
"""A topic counts as reached when more likely than not something of it will have been met."""


def _summed(
    outline: Outline, whole: agenda.Agenda, until: Date, days: tuple[Day, ...], outcome: "Outcome", now: "Array"
) -> Forecast:
    """The outcome over all items, by round and by topic."""
    import numpy as np

    # Every item is looked at once: there may be thousands of decks from Anki.
    place: dict[str, int] = {}
    of_item = np.array([place.setdefault(item.topic, len(place)) for item in whole.items], dtype=int)
    values = (np.ones(len(whole.items)), outcome.met, outcome.recall, now)
    sums = np.array([np.bincount(of_item, weights=each, minlength=len(place)) for each in values])

    def expected(id_: str, title: str, topics: Iterable[str], round_: str = "") -> Expected:
        places = [place[topic] for topic in topics if topic in place]
        count, met, then, today = sums[:, places].sum(axis=1).tolist()
        return Expected(id_, title, round(count), met, then / max(count, 1), today / max(count, 1), round_)

    rounds = [
        expected(round_, title, (topic.id for topic in outline if topic.round == round_))
        for round_, title in outline.rounds.items()
    ]
    each = [expected(topic.id, topic.title, [topic.id], topic.round) for topic in outline]
    return Forecast(
        until,
        days,
        expected("", "Everything", place),
        tuple(one for one in rounds if one.items),
        tuple(one for one in each if one.items),
    )
