from collections.abc import Sequence


def moves(slots: Sequence[int]) -> list[int]:
    """A shortest plan that brings every model into its own slot, through the slot that is free.

    Parameters
    ----------
    slots : list of int
        The model in each slot, 0 where the slot is free; each of 0 to n - 1 once.

    Returns
    -------
    list of int
        The slots from which a model is moved into the free one, in order.

    Notes
    -----
    The free slot takes in its own model until it is slot 0; a cycle of k models that is left then takes k moves home
    and one aside. Each model moves at most twice: O(n) time.
    """
    where = [0] * len(slots)
    for slot, model in enumerate(slots):
        where[model] = slot
    plan = []
    free = where[0]
    for model in range(len(slots)):
        if free == 0 and where[model] != model:
            free, where[model] = where[model], 0
            plan.append(free)
        while free != 0:
            source, where[free] = where[free], free
            plan.append(source)
            free = source
    return plan
