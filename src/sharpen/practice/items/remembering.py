"""Remembering: moving an item's memory by a rating, and taking that back."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import Plan
from sharpen.domain.review import Item, ItemKind, Review, Standing
from sharpen.practice.errors import NothingToTakeBack
from sharpen.practice.ids import new_id
from sharpen.practice.workspace import Workspace
from sharpen.store import memories, plans, reviews


def standing(ws: Workspace, db: Connection, item: Item) -> Standing:
    """How the learner stands with an item."""
    return memories.get(db, ws.learner, item.id) or Standing(ws.learner, item)


def recorded(
    ws: Workspace,
    db: Connection,
    item: Item,
    rating: Rating,
    *,
    seconds: float = 0.0,
    seed: int = 0,
    at: datetime | None = None,
) -> Review:
    """Move an item's memory by a rating, now or at another time (UTC), and log the review."""
    from sharpen.memory.schedule import rated, recall

    plan, here, at = plans.get(db, ws.learner), standing(ws, db, item), at or datetime.now(UTC)
    after = rated(here.memory, rating, at, retention=plan.retention, parameters=plan.parameters)
    review = Review(
        learner=ws.learner,
        id=new_id(),
        item=item,
        at=at,
        rating=rating,
        seconds=seconds,
        seed=seed if item.kind is ItemKind.NUMERIC else None,
        recall=recall(here.memory, at, plan.parameters),
        before=here.memory,
    )
    reviews.add(db, review)
    memories.put(db, replace(here, item=item, memory=after, buried_until=None))
    return review


def take_back(ws: Workspace, db: Connection, item: Item, review_id: str) -> None:
    """Forget the last review of an item, and the memory is what it was. Raises NothingToTakeBack for an earlier one."""
    last = reviews.last_of(db, ws.learner, item.id)
    if last is None or last.id != review_id:
        raise NothingToTakeBack("This item was reviewed elsewhere since, so its rating here stays.")
    here, plan = standing(ws, db, item), plans.get(db, ws.learner)
    if here.memory is not None and here.memory.last > last.at:  # in Anki, whose log is not here
        raise NothingToTakeBack("This item was reviewed elsewhere since, so its rating here stays.")
    reviews.remove(db, ws.learner, review_id)
    memories.put(db, replace(here, memory=_before(db, last, here.memory, plan)))


def _before(db: Connection, last: Review, now: Memory | None, plan: Plan) -> Memory | None:
    """The memory before a review. If it would not lead to the one now, other parameters are in use since: then
    the earlier reviews tell what it would have been under them."""
    from sharpen.memory.replaying import replayed
    from sharpen.memory.schedule import rated

    led = rated(last.before, last.rating, last.at, parameters=plan.parameters)
    if now is None or last.before is None or (led.stability, led.difficulty) == (now.stability, now.difficulty):
        return last.before
    log = reviews.logs(db, last.learner, [last.item.id]).get(last.item.id)
    if log is None:
        return last.before
    return replayed(log, retention=plan.retention, parameters=plan.parameters)
