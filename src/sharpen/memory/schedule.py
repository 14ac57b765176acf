"""One item at a time: rating it, and when it is due, by FSRS 6 (the `fsrs` package)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from fsrs import Card as FsrsCard
from fsrs import Rating as FsrsRating
from fsrs import Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from sharpen.domain.memory import Memory, Rating

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
        enable_fuzzing=False,
    )


def rated(
    memory: Memory | None,
    rating: Rating,
    now: datetime,
    *,
    retention: float = RETENTION,
    parameters: Sequence[float] = (),
) -> Memory:
    """The memory after a review; None before the first. `parameters` are the learner's own 21, if fitted."""
    scheduler = _scheduler(retention, tuple(parameters))
    card, _ = scheduler.review_card(_card(memory, now), FsrsRating(rating), now)
    if card.stability is None or card.difficulty is None:
        raise AssertionError("fsrs returned a reviewed card without a state")
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        last=now,
        due=card.due,
        reviews=memory.reviews + 1 if memory else 1,
        lapses=memory.lapses + (rating is Rating.AGAIN) if memory else 0,
    )


def intervals(
    memory: Memory | None, now: datetime, *, retention: float = RETENTION, parameters: Sequence[float] = ()
) -> dict[Rating, timedelta]:
    """How long until the item is due again, for each rating it may get now."""
    outcomes = {rating: rated(memory, rating, now, retention=retention, parameters=parameters) for rating in Rating}
    return {rating: outcome.due - now for rating, outcome in outcomes.items()}


def recall(memory: Memory | None, at: datetime, parameters: Sequence[float] = ()) -> float:
    """The probability that the item is remembered at a time, 0 for one never met."""
    if memory is None:
        return 0.0
    return float(_scheduler(RETENTION, tuple(parameters)).get_card_retrievability(_card(memory, at), at))


def possible(parameters: Sequence[float]) -> bool:
    """Whether these are 21 parameters that FSRS can work with."""
    try:
        _scheduler(RETENTION, tuple(parameters))
    except ValueError:
        return False
    return bool(parameters)


def _card(memory: Memory | None, now: datetime) -> FsrsCard:
    if memory is None:
        return FsrsCard(card_id=0, due=now)
    return FsrsCard(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=min(memory.last, now),
    )
