"""What the tests of fitting share: a learner's reviews in the store, and everything that a fit may change."""

from collections.abc import Mapping
from typing import Any

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.log import Log
from sharpen.domain.memory import Memory
from sharpen.domain.review import Review, Standing
from sharpen.memory.replaying import steps
from sharpen.practice import Workspace
from sharpen.practice.ids import new_id


def keep(ws: Workspace, logs: Mapping[str, Log]) -> None:
    """Put reviews into the store, as if each had been made when it was; the memories are by the usual parameters."""
    log, standings = [], []
    for id_, each in logs.items():
        item = Item(id_, ItemKind.CHOICE, "means")
        memory: Memory | None = each.before
        for (at, rating, _), step in zip(each.reviews, steps(each), strict=True):
            predicted = step.predicted if step.predicted is not None else 1.0 if memory else 0.0
            log.append(Review(ws.learner, new_id(), item, at, rating, 8.0, None, predicted, memory))
            memory = step.after
        standings.append(Standing(ws.learner, item, memory))
    with ws.writing() as work:
        work.reviews.add(*log)
        work.memories.put(*standings)


def everything(ws: Workspace) -> dict[str, Any]:
    """All that a fit may change, and the log, which it may not."""
    with ws.reading() as work:
        return {
            "memories": {each.item.id: each for each in work.memories.everything()},
            "reviews": list(work.reviews.everything()),
            "sums": work.reviews.by_bin(),
            "parameters": work.plans.get().parameters,
        }
