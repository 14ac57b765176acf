import math
from collections.abc import Sequence


def least_start(grid: Sequence[Sequence[int]], cap: int) -> int | None:
    """The smallest balance with which some path right and down never falls below zero, when a cap cuts off gains.

    Parameters
    ----------
    grid : list of lists of int
        By how much each cell changes the balance.
    cap : int
        What the balance never exceeds.

    Returns
    -------
    int, or None
        The smallest balance before the first cell; None if even the cap is too little.

    Notes
    -----
    From the goal backward, `need[j]` is the least balance on entering a cell of this row. No need is above the cap, so
    what is cut off is never missed: O(rows * columns) time, O(columns) space.
    """
    need = [math.inf] * len(grid[0])
    need[-1] = 0  # behind the goal nothing is needed
    for row in reversed(grid):
        after = math.inf
        for column in reversed(range(len(row))):
            after = max(0, min(need[column], after) - row[column])
            if after > cap:
                after = math.inf
            need[column] = after
    return None if need[0] == math.inf else int(need[0])
