"""Remembering: moving an item's memory by a rating, and undoing that."""

from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.item import Item
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.practice.errors import NothingToTakeBack
from sharpen.practice.ids import new_id
from sharpen.practice.work import Work


def standing(work: Work, item: Item) -> Standing:
    """How the learner stands with an item."""
    return work.memories.get(item.id) or Standing(work.learner, item)


def record_rating(
    work: Work,
    item: Item,
    rating: Rating,
    *,
    seconds: float = 0.0,
    seed: int | None = None,
    at: datetime | None = None,
) -> Review:
    """Move an item's memory by a rating, now or at another time (UTC), and log the review.

    `seed` says which instance it was, where an item has several.
    """
    from sharpen.memory.schedule import rated, recall

    plan, here, at = work.plans.get(), standing(work, item), at or datetime.now(UTC)
    after = rated(here.memory, rating, at, retention=plan.retention, parameters=plan.parameters)
    review = Review(
        learner=work.learner,
        id=new_id(),
        item=item,
        at=at,
        rating=rating,
        seconds=seconds,
        seed=seed,
        recall=recall(here.memory, at, plan.parameters),
        before=here.memory,
    )
    work.reviews.add(review)
    work.memories.put(replace(here, item=item, memory=after, buried_until=None))
    return review


def undo_rating(work: Work, item: Item, review_id: str) -> None:
    """Forget the last review of an item, and the memory is what it was. Raises NothingToTakeBack for an earlier one."""
    last = work.reviews.last_of(item.id)
    if last is None or last.id != review_id:
        raise NothingToTakeBack("This item was reviewed elsewhere since, so its rating here stays.")
    here, plan = standing(work, item), work.plans.get()
    if here.memory is not None and here.memory.last > last.at:  # in Anki, whose log is not here
        raise NothingToTakeBack("This item was reviewed elsewhere since, so its rating here stays.")
    work.reviews.remove(review_id)
    work.memories.put(replace(here, memory=_before(work, last, here.memory, plan)))


def _before(work: Work, last: Review, now: Memory | None, plan: Plan) -> Memory | None:
    """The memory before a review. If it would not lead to the one now, other parameters are in use since: then
    the earlier reviews show what it would have been under them."""
    from sharpen.memory.replaying import replayed
    from sharpen.memory.schedule import rated

    led = rated(last.before, last.rating, last.at, days=last.days, parameters=plan.parameters)
    if now is None or last.before is None or (led.stability, led.difficulty) == (now.stability, now.difficulty):
        return last.before
    log = work.reviews.logs([last.item.id]).get(last.item.id)
    if log is None:
        return last.before
    return replayed(log, retention=plan.retention, parameters=plan.parameters)
