"""The plan: an interview date, minutes per day, and an honest forecast of what will be remembered."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from sharpen.domain.day import day_begins, day_ends, day_of
from sharpen.domain.plan import FARTHEST, RANGES, ROUND, Plan, check, check_date, check_weights
from sharpen.domain.topic import Outline
from sharpen.practice.day import agenda
from sharpen.practice.errors import BadPlan, did_you_mean
from sharpen.practice.exercises import ELSEWHERE
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.memory.forecast import Outcome

Made = tuple["Outcome", tuple["Reach", ...]]
"""What a plan leads to, and what more minutes would reach."""
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
) -> Plan:
    """Change what is given of the plan, and leave the rest; of `weights` those given.

    The session of the day is chosen again if nothing was done in it yet, else the next day.

    Raises BadPlan for a date that is over, minutes outside 1-600, a retention outside 0.7-0.97, new
    items outside 0-500, and for weights outside 0-4 or of what is no round, topic or deck.
    """
    given = {"date": date, "minutes": minutes, "retention": retention, "new_a_day": new_a_day}
    changed: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    _possible(changed, weights or {})
    if no_date:
        changed["date"] = None
    with ws.writing() as work:
        old = work.plans.get()
        if weights:
            changed["weights"] = _weights(work, {**old.weights, **weights})
        new = replace(old, **changed, updated=datetime.now(UTC))
        work.plans.put(new)
        work.review_sessions.remove_unbegun()
    return new


def _possible(changed: Mapping[str, Any], weights: Mapping[str, float]) -> None:
    today = day_of(datetime.now(UTC))
    try:
        for name in RANGES.keys() & changed.keys():
            check(name, changed[name])
        check_date(changed.get("date"), today)
        check_weights(weights)
    except ValueError as problem:
        raise BadPlan(str(problem)) from None
    if changed.get("date") and changed["date"] <= today:
        raise BadPlan(f"The date {changed['date']} cannot be planned for: it must lie ahead, within five years.")


def _weights(work: Work, weights: Mapping[str, float]) -> dict[str, float]:
    """Weights without those that are as usual, and those of what is gone. Raises BadPlan for unknown names."""
    outline = card_pool.outline(work)
    usual = {topic.id: float(not topic.id.startswith(card_pool.BROUGHT)) for topic in outline}
    usual |= {f"{ROUND}{round_}": 1.0 for round_ in outline.rounds}
    known = {*usual, *work.plans.get().weights}
    for name in weights:
        if name not in known:
            names = "`sharpen plan --json` has the rounds and topics, `sharpen anki decks` the decks"
            raise BadPlan(f"There is no round, topic or deck called {name!r}: {names}.{did_you_mean(name, known)}")
    return {name: weight for name, weight in weights.items() if name in usual and weight != usual[name]}


def forecast(work: Work, kept: Forecasts | None = None, wanted: Callable[[], bool] = lambda: True) -> Forecast:
    """What to expect, computed by the model that builds the sessions. Half a second or less; ask for it late.

    One that was `kept` is not computed again. Raises GivenUp when it is not `wanted` any more.
    """
    now = datetime.now(UTC)
    mine, whole, outline = work.plans.get(), agenda.planned(work), card_pool.outline(work)
    game = _Game(mine, whole, now, *work.reviews.between(day_begins(now), day_ends(now), ELSEWHERE))
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

    def __init__(self, plan: Plan, whole: agenda.Agenda, now: datetime, met: int, seconds: float) -> None:
        self.plan, self.whole, self.met, self.seconds = plan, whole, met, seconds
        self.ahead = plan.days_left(now)
        self.end = WITHOUT_DATE if self.ahead is None else min(self.ahead, FARTHEST)
        self.here, self.elsewhere = agenda.states(whole, now), agenda.elsewhere(whole)
        self.rested, self.shares = agenda.rested(whole, now), agenda.shares(whole)

    @property
    def key(self) -> Hashable:
        """All that decides how it goes."""
        arrays = (*vars(self.here).values(), self.elsewhere, *(some for some, _ in self.shares))
        plan = (self.plan.minutes, self.plan.retention, self.plan.new_a_day, self.plan.parameters)
        numbers = (self.ahead, self.rested, self.met, self.seconds, tuple(part for _, part in self.shares))
        items = "\n".join(item.topic for item in self.whole.items).encode()
        return (*plan, *numbers, hashlib.sha256(b"".join([items, *(each.tobytes() for each in arrays)])).digest())

    def played(self, wanted: Callable[[], bool], times: int = 1, runs: int = 12) -> "Outcome":
        """What comes of it, with so many times the minutes."""
        from sharpen.memory.choosing import Day as Holds
        from sharpen.memory.choosing import pace
        from sharpen.memory.forecast import simulated

        def day_at(number: int, unmet: int) -> Holds:
            met, seconds = (self.met, self.seconds) if number == 0 else (0, 0.0)
            left = None if self.ahead is None else self.end - number
            new = self.plan.new_a_day if left is None else pace(unmet + met, left)
            minutes = max(times * self.plan.minutes - seconds / 60, 0.0)
            return Holds(minutes, max(new - met, 0), left, shares=self.shares)

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

    def reached(self, wanted: Callable[[], bool]) -> tuple[Reach, ...]:
        """What more minutes would reach. Without a date it is the number of new items a day that decides."""
        if self.ahead is None:
            return ()
        return tuple(
            _reach(self.whole, times * self.plan.minutes, self.played(wanted, times, runs=1))
            for times in MORE
            if times * self.plan.minutes <= RANGES["minutes"][2]
        )


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
