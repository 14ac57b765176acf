"""One item at a time: rating it, and when it is due, by FSRS 6 (the `fsrs` package).

The package counts days of 24 hours from one time to the next, and takes times in UTC alone. It is given
times that lie whole days apart, as many as there are days of practice between the reviews.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from fsrs import Card as FsrsCard
from fsrs import Rating as FsrsRating
from fsrs import Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from sharpen.domain.day import beginning, day_of, days_between
from sharpen.domain.memory import Memory, Rating

REVIEWED = datetime(2000, 1, 1, tzinfo=UTC)
"""When the package is told that every review is made."""
RETENTION = 0.9
"""The recall at which an item is due, unless the learner asks for another."""


@cache
def _scheduler(retention: float, parameters: tuple[float, ...]) -> Scheduler:
    # Steps within a day belong to the session, which shows a lapsed item again before it ends.
    return Scheduler(
        parameters or DEFAULT_PARAMETERS,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,  # its days would differ each time a memory is computed, and not be those asked for
    )


def rated(
    memory: Memory | None,
    rating: Rating,
    now: datetime,
    *,
    days: int | None = None,
    retention: float = RETENTION,
    parameters: Sequence[float] = (),
) -> Memory:
    """The memory after a review; None before the first. It is due when a day of practice begins.

    `days` are the days of practice since the review before, if they were kept; else they are counted
    from the times, and one that lies ahead of `now` counts as now. `parameters` are the learner's own
    21, if fitted.
    """
    scheduler = _scheduler(retention, tuple(parameters))
    card, _ = scheduler.review_card(_card(memory, _days(memory, now, days)), FsrsRating(rating), REVIEWED)
    if card.stability is None or card.difficulty is None:
        raise AssertionError("fsrs returned a reviewed card without a state")
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        last=now,
        due=beginning(day_of(now) + (card.due - REVIEWED)),
        reviews=memory.reviews + 1 if memory else 1,
        lapses=memory.lapses + (rating is Rating.AGAIN) if memory else 0,
    )


def intervals(
    memory: Memory | None, now: datetime, *, retention: float = RETENTION, parameters: Sequence[float] = ()
) -> dict[Rating, timedelta]:
    """How long until the item is due again, in whole days of practice, for each rating it may get now."""
    outcomes = {rating: rated(memory, rating, now, retention=retention, parameters=parameters) for rating in Rating}
    return {rating: timedelta(days=days_between(now, outcome.due)) for rating, outcome in outcomes.items()}


def recall(memory: Memory | None, at: datetime, parameters: Sequence[float] = (), *, days: int | None = None) -> float:
    """The probability that the item is remembered at a time, 0 for one never met; `days` as for `rated`."""
    if memory is None:
        return 0.0
    card = _card(memory, _days(memory, at, days))
    return float(_scheduler(RETENTION, tuple(parameters)).get_card_retrievability(card, REVIEWED))


def possible(parameters: Sequence[float]) -> bool:
    """Whether these are 21 parameters that FSRS can work with."""
    try:
        _scheduler(RETENTION, tuple(parameters))
    except ValueError:
        return False
    return bool(parameters)


def _days(memory: Memory | None, now: datetime, days: int | None) -> int:
    """The days of practice since a memory was last reviewed."""
    if days is not None or memory is None:
        return days or 0
    return days_between(memory.last, now)


def _card(memory: Memory | None, days: int) -> FsrsCard:
    """A card of the package that was last reviewed so many days before REVIEWED."""
    if memory is None:
        return FsrsCard(card_id=0, due=REVIEWED)
    return FsrsCard(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=REVIEWED,
        last_review=REVIEWED - timedelta(days=days),
    )
