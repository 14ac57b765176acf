"""The front of a session: how far it is, and the item that is asked now, as it is shown."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sharpen.domain.memory import Rating
from sharpen.domain.plan import Plan
from sharpen.domain.review import Standing
from sharpen.domain.session import How, Session
from sharpen.practice.day import placement, subject
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items import card_pool
from sharpen.practice.items.asked import Asked
from sharpen.practice.items.exercise import own_pace
from sharpen.practice.items.remembering import standing
from sharpen.practice.work import Work, plan_of


@dataclass(frozen=True)
class Progress:
    """How far a session is. `minutes` are what the rest of it is expected to take."""

    started: datetime
    rated: int
    left: int
    minutes: float
    new: int
    """How many of those left are new."""
    topic: str = ""
    can_undo: bool = False
    topics: tuple[str, ...] = ()
    """The topic of each of those left."""


@dataclass(frozen=True)
class Front:
    """A session as it stands: how far it is, and the item in front, with its judged answer if it was answered.

    Nothing is asked when the session is done.
    """

    progress: Progress
    asked: Asked | None


def front(work: Work, session: Session) -> Front:
    """The session as it stands."""
    return Front(progress_of(work, session), _asked(work, session) if session.queue else None)


def _asked(work: Work, session: Session) -> Asked:
    entry = session.queue[0]
    item, here = entry.item, standing(work, entry.item)
    exercise, note = EXERCISES[item.kind], work.notes.get(item.id)
    judged = exercise.judged(work, item, entry.seed, session.given) if session.given else None
    if judged and session.topic == subject.PLACEMENT.id:
        judged = placement.suggested(item, judged)
    return Asked(
        **vars(exercise.shown(work, item, entry.seed)),
        key=key_of(session),
        item=item.id,
        kind=item.kind,
        topic=item.topic,
        topic_title=card_pool.title(work, item.topic),
        memory=here.memory,
        again=entry.again,
        note=note.text if note else "",
        judged=judged,
        intervals=_intervals(here, plan_of(work), judged.ratings if judged else tuple(Rating)),
    )


def _intervals(standing: Standing, plan: Plan, ratings: Collection[Rating]) -> dict[Rating, timedelta]:
    from sharpen.memory.schedule import intervals

    of = intervals(standing.memory, datetime.now(UTC), retention=plan.retention, parameters=plan.parameters)
    return {rating: of[rating] for rating in ratings}


def key_of(session: Session) -> str:
    """Names the item in front as it is shown now; a step taken on it elsewhere changes the key."""
    return f"{len(session.done)}:{session.queue[0].item.id}:{session.queue[0].seed}"


def item_in(key: str) -> str:
    """The id of the item that a key names."""
    return key.partition(":")[2].rpartition(":")[0]


def progress_of(work: Work, session: Session) -> Progress:
    """How far a session is."""
    from sharpen.memory.steering import FIRST_TIME

    mine = own_pace(work)
    first_time = 1 if session.topic == subject.PLACEMENT.id else FIRST_TIME  # nothing is asked twice there
    minutes = sum(
        EXERCISES[entry.item.kind].minutes(work, entry.item, mine) * (1 if entry.reviews else first_time)
        for entry in session.queue
    )
    new = sum(not entry.reviews for entry in session.queue)
    can_undo = any(step.how is not How.GONE for step in session.done)
    topics = tuple(entry.item.topic for entry in session.queue)
    return Progress(session.started, session.rated, len(session.queue), minutes, new, session.topic, can_undo, topics)
