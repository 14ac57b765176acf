"""The end of a session: how it went by topic, what was missed, what it did to the day of the interview; what comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import date as Date

from sharpen.domain.day import beginning, day_of, days_between
from sharpen.domain.item import Item
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Review
from sharpen.domain.session import How
from sharpen.domain.streak import Streak
from sharpen.practice.day import agenda, session, streak
from sharpen.practice.day.game import WITHOUT_DATE
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work


@dataclass(frozen=True)
class TopicEnding:
    """How many items of a topic were known at the first try, and how many were not."""

    id: str
    title: str
    right: int
    wrong: int


@dataclass(frozen=True)
class Missed:
    """An item that was not known at the first try, by its question or title."""

    item: Item
    title: str


@dataclass(frozen=True)
class Gain:
    """What share of all items is remembered on a day if nothing more is reviewed: without this session, and with it.

    The day is that of the interview, or WITHOUT_DATE days ahead where there is none.
    """

    day: Date
    interview: bool
    before: float
    after: float

    @property
    def points(self) -> float:
        """By how much it is more, in hundredths."""
        return 100 * (self.after - self.before)


@dataclass(frozen=True)
class Ending:
    """All of it; `due` items wait on `next`, the next day of practice."""

    topics: tuple[TopicEnding, ...]
    missed: tuple[Missed, ...]
    gain: Gain
    next: Date
    due: int
    streak: Streak

    @property
    def right(self) -> int:
        return sum(topic.right for topic in self.topics)

    @property
    def items(self) -> int:
        return sum(topic.right + topic.wrong for topic in self.topics)


def gather(work: Work, topic: str = "") -> Ending | None:
    """How today's session of a topic, or of the day, went so far; None where nothing was rated in it."""
    firsts = _firsts(work, topic)
    if not firsts:
        return None
    now, whole, plan = datetime.now(UTC), agenda.planned(work), work.plans.get()
    following = day_of(now) + timedelta(days=1)
    while following.weekday() in plan.days_off and following < day_of(now) + timedelta(days=7):
        following += timedelta(days=1)
    waiting = whole.known.is_due(beginning(following + timedelta(days=1)))
    wrong = [review for review in firsts.values() if review.rating is Rating.AGAIN]
    return Ending(
        topics=_by_topic(work, firsts),
        missed=tuple(Missed(each.item, EXERCISES[each.item.kind].title(work, each.item)) for each in wrong),
        gain=_gain(work, whole, {item: review.before for item, review in firsts.items()}, now),
        next=following,
        due=int(waiting.sum()),
        streak=streak.gather(work),
    )


def _firsts(work: Work, topic: str) -> dict[str, Review]:
    """The first review of each item in the session, in the order in which they were."""
    rated = [step.review for step in session.steps(work, topic) if step.how is How.RATED]
    reviews, firsts = work.reviews.of_ids(rated), dict[str, Review]()
    for review in (reviews[id_] for id_ in rated if id_ in reviews):
        firsts.setdefault(review.item.id, review)
    return firsts


def _by_topic(work: Work, firsts: Mapping[str, Review]) -> tuple[TopicEnding, ...]:
    """Those with most misses first."""
    counts: dict[str, list[int]] = {}
    for review in firsts.values():
        counts.setdefault(review.item.topic, [0, 0])[review.rating is Rating.AGAIN] += 1
    topics = (TopicEnding(id_, card_pool.title(work, id_), right, wrong) for id_, (right, wrong) in counts.items())
    return tuple(sorted(topics, key=lambda topic: (-topic.wrong, -topic.right)))


def _gain(work: Work, whole: agenda.Agenda, before: Mapping[str, Memory | None], now: datetime) -> Gain:
    """What is remembered then of all planned items, by the memories before the session and by those now."""
    import numpy as np

    from sharpen.memory.curve import recalled

    plan = work.plans.get()
    interview = plan.interview(now)
    then = interview or now + timedelta(days=WITHOUT_DATE)
    ahead, w, known = days_between(now, then), agenda.parameters(plan), whole.known
    after = np.where(known.met, recalled(known.days_since_last(now) + ahead, known.stability, w), 0.0)
    earlier = after.copy()
    for place, item in enumerate(whole.items):
        if item.id in before:
            memory = before[item.id]
            age = days_between(memory.last, now) + ahead if memory else 0
            earlier[place] = float(recalled(float(age), memory.stability, w)) if memory else 0.0
    count = max(len(after), 1)
    return Gain(day_of(then), interview is not None, float(earlier.sum()) / count, float(after.sum()) / count)
