"""The plan: an interview date, minutes per day, and an honest forecast of what will be remembered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from sharpen.domain.day import day_begins, day_ends, day_of
from sharpen.domain.plan import MINUTES, NEW_A_DAY, RETENTION, Plan
from sharpen.domain.topic import Outline
from sharpen.practice.day import agenda
from sharpen.practice.errors import BadPlan
from sharpen.practice.exercises import ELSEWHERE
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.memory.forecast import Outcome

WITHOUT_DATE = 30
"""Days to look ahead when there is no date."""
FARTHEST = 5 * 365


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
    """What the plan leads to if it is kept: up to the interview date, or for 30 days without one."""

    until: Date
    days: tuple[Day, ...]
    overall: Expected
    rounds: tuple[Expected, ...]
    topics: tuple[Expected, ...]


def change(
    ws: Workspace,
    *,
    date: Date | None = None,
    no_date: bool = False,
    minutes: int | None = None,
    retention: float | None = None,
    new_a_day: int | None = None,
) -> Plan:
    """Change what is given of the plan, and leave the rest.

    The session of the day is chosen again if nothing was done in it yet, else the next day.

    Raises BadPlan for a date that is over, minutes outside 1-600, a retention outside 0.7-0.97,
    new items outside 0-500.
    """
    _possible(date, minutes, retention, new_a_day)
    given = {"date": date, "minutes": minutes, "retention": retention, "new_a_day": new_a_day}
    changed: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if no_date:
        changed["date"] = None
    with ws.writing() as work:
        new = replace(work.plans.get(), **changed, updated=datetime.now(UTC))
        work.plans.put(new)
        work.review_sessions.remove_unbegun()
    return new


def _possible(date: Date | None, minutes: int | None, retention: float | None, new_a_day: int | None) -> None:
    if date is not None and not 0 < (date - day_of(datetime.now(UTC))).days <= FARTHEST:
        raise BadPlan(f"The date {date} cannot be planned for: it must lie ahead, within five years.")
    for value, (least, most), what in (
        (minutes, MINUTES, "Minutes a day"),
        (retention, RETENTION, "The retention"),
        (new_a_day, NEW_A_DAY, "New items a day"),
    ):
        if value is not None and not least <= value <= most:
            raise BadPlan(f"{what} must be from {least} to {most}, not {value}.")


def forecast(work: Work) -> Forecast:
    """What to expect, computed by the model that builds the sessions. A second or less; ask for it late."""
    from sharpen.memory.choosing import Day as Holds
    from sharpen.memory.choosing import pace
    from sharpen.memory.forecast import simulated

    now = datetime.now(UTC)
    mine, whole, outline = work.plans.get(), agenda.read(work), card_pool.outline(work)
    met, seconds = work.reviews.between(day_begins(now), day_ends(now), ELSEWHERE)
    ahead = mine.days_left(now)
    end = WITHOUT_DATE if ahead is None else ahead
    count = max(1, end)

    def day_at(number: int, unmet: int) -> Holds:
        minutes = mine.minutes - (seconds / 60 if number == 0 else 0)
        left = end - number if ahead is not None else None
        new = mine.new_a_day if left is None else pace(unmet + (met if number == 0 else 0), left)
        return Holds(max(minutes, 0.0), max(new - (met if number == 0 else 0), 0), left)

    here = agenda.states(whole, now)
    outcome = simulated(
        here,
        agenda.elsewhere(whole),
        day_at,
        count,
        end,
        retention=mine.retention,
        rested=agenda.rested(whole, now),
        parameters=agenda.weights(mine),
    )
    today = day_of(now)
    numbers = zip(outcome.reviews.tolist(), outcome.new.tolist(), outcome.minutes.tolist(), strict=True)
    days = tuple(Day(today + timedelta(days=n), *values) for n, values in enumerate(numbers))
    until = today + timedelta(days=end)
    return _summed(outline, whole, until, days, outcome, agenda.recall_now(here, mine))


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
