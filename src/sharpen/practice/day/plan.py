"""The plan: an interview date, minutes per day, and an honest forecast of what will be remembered."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from typing import TYPE_CHECKING, Any, TypeVar

from sharpen.domain.day import day_of
from sharpen.domain.plan import Plan
from sharpen.domain.topic import Outline
from sharpen.practice.day import agenda
from sharpen.practice.day.game import Game, Reach, reach_of
from sharpen.practice.day.possible import possible, weights_kept
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.memory.forecast import Outcome

Made = TypeVar("Made")
LISTS: Mapping[str, Callable[[Any], Collection[Any]]] = {"days_off": frozenset, "sure_of": tuple}
"""As what a plan keeps that of which there are several."""
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
        """What the minutes reach: "30 minutes a day reach 54 of 80 topics; 60 would reach all of them."."""
        mine, *more = self.reach
        unit = "minute a day reaches" if mine.minutes == 1 else "minutes a day reach"
        if mine.topics == mine.of:
            return f"{mine.minutes} {unit} all {mine.of} topics."
        farther = [f"{each.minutes} would reach {each.topics}" for each in more if mine.topics < each.topics < each.of]
        whole = [f"{each.minutes} would reach all of them" for each in more if each.topics == each.of][:1]
        return "; ".join([f"{mine.minutes} {unit} {mine.topics} of {mine.of} topics", *farther, *whole]) + "."


class Forecasts:
    """The forecasts made last, so that one is made once only for the same plan, on the same day, of the same memory."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under a key, or is made now."""
        if key not in self._made:
            self._made[key] = make()
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        made: Made = self._made[key]
        return made


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
    game = Game(work, mine, whole, now)
    outcome, reach = (kept or Forecasts()).get(game.key, lambda: (game.played(wanted), game.reached(wanted)))
    today = day_of(now)
    numbers = zip(outcome.reviews.tolist(), outcome.new.tolist(), outcome.minutes.tolist(), strict=True)
    days = tuple(Day(today + timedelta(days=n), *values) for n, values in enumerate(numbers))
    until = today + timedelta(days=game.end)
    recall = agenda.recall_now(game.here, mine)
    first = (reach_of(whole, mine.minutes, outcome),)
    return replace(_summed(outline, whole, until, days, outcome, recall), reach=(*first, *reach))


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
