"""Replaying: every memory recomputed from its reviews, when the parameters of the model change."""

from collections.abc import Mapping

from sharpen.domain.memory import Memory
from sharpen.domain.plan import Plan
from sharpen.practice.work import Work


def replay(work: Work, plan: Plan, ready: Mapping[str, Memory] | None = None) -> None:
    """Give every memory the stability, difficulty and due that its reviews lead to under a plan.

    `ready` holds memories computed before this transaction began; those of items that were reviewed
    since are computed here. What is suspended or buried stays so. A memory whose last review is not
    in the log came from elsewhere as it is, and is left so.
    """
    from sharpen.memory.replaying import replayed

    met = {each.item.id: each.memory for each in work.memories.everything() if each.memory}
    states = {item: ready[item] for item, here in met.items() if ready and _still(ready.get(item), here)}
    rest = [item for item in met if item not in states]
    for item, log in work.reviews.logs(rest).items():
        states[item] = replayed(log, retention=plan.retention, parameters=plan.parameters)
    work.memories.move({item: state for item, state in states.items() if state.last == met[item].last})


def _still(memory: Memory | None, here: Memory) -> bool:
    """Whether an item has had no review since its memory was computed."""
    return memory is not None and (memory.reviews, memory.last) == (here.reviews, here.last)
