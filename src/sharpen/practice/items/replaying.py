"""Replaying: every memory computed anew from its reviews, when the parameters of the model change."""

from collections.abc import Mapping

from sharpen.domain.memory import Memory
from sharpen.domain.plan import Plan
from sharpen.practice.work import Work
from sharpen.store.memories import Row
from sharpen.store.tables import EPOCH, MICROSECOND


def replay(work: Work, plan: Plan, ready: Mapping[str, Memory] | None = None) -> None:
    """Give every memory the stability, difficulty and due that its reviews lead to under a plan.

    `ready` holds memories computed before this transaction began; those of items that were reviewed
    since are computed here. What is suspended or buried stays so. A memory whose last review is not
    in the log came from elsewhere as it is, and is left so.
    """
    from sharpen.memory.replaying import replayed

    met = [row for row in work.memories.rows() if row.stability is not None]
    states = {row.item: ready[row.item] for row in met if ready and _still(ready.get(row.item), row)}
    rest = [row.item for row in met if row.item not in states]
    for item, log in work.reviews.logs(rest).items():
        states[item] = replayed(log, retention=plan.retention, parameters=plan.parameters)
    work.memories.move({row.item: states[row.item] for row in met if _same_last(states.get(row.item), row)})


def _still(memory: Memory | None, row: Row) -> bool:
    """Whether an item has had no review since its memory was computed."""
    return memory is not None and memory.reviews == row.reviews and _same_last(memory, row)


def _same_last(memory: Memory | None, row: Row) -> bool:
    return memory is not None and (memory.last - EPOCH) // MICROSECOND == row.last
