from collections.abc import Sequence
from itertools import pairwise


def thin(steps: Sequence[int], most: int, pinned: Sequence[int]) -> list[int] | None:
    """The fewest checkpoints such that none is too far from the next, and all pinned ones stay.

    Parameters
    ----------
    steps : list of int
        Where there are checkpoints, ascending, at least one.
    most : int
        How many steps may lie between two that are kept, at least 1.
    pinned : list of int
        Those of `steps` that must stay, in any order.

    Returns
    -------
    list of int, or None
        What is kept, ascending, the first and the last among it; None if there is a gap that is too long.

    Notes
    -----
    From what is kept last the farthest in reach leaves the least to do, so one is kept only when the next is out of
    reach, or because it must be: O(n).
    """
    must = {*pinned, steps[-1]}
    kept = [steps[0]]
    for before, step in pairwise(steps):
        if step - kept[-1] > most:
            if step - before > most:
                return None
            kept.append(before)
        if step in must:
            kept.append(step)
    return kept
