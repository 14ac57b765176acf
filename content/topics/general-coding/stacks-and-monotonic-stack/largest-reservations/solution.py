from collections.abc import Sequence


def reservations(free: Sequence[int]) -> list[tuple[int, int]]:
    """The most GPUs that a run of each length can have, and its earliest start.

    Parameters
    ----------
    free : list of int
        How many GPUs are free in each hour.

    Returns
    -------
    list of tuple of int
        Pairs of GPUs and a start, for runs of 1, 2, ... hours.

    Notes
    -----
    For each hour, the longest run with as many GPUs as are free then ends at the nearest hours with fewer; a stack of
    rising numbers finds them. The best run of a length is one of these n, or the start of a longer one: O(n).
    """
    hours = len(free)
    best, stack = [(0, 0)] * (hours + 1), []
    for hour in range(hours + 1):
        while stack and (hour == hours or free[stack[-1]] > free[hour]):
            gpus = free[stack.pop()]
            start = stack[-1] + 1 if stack else 0
            best[hour - start] = max(best[hour - start], (gpus, -start))
        stack.append(hour)
    for length in reversed(range(1, hours)):
        best[length] = max(best[length], best[length + 1])
    return [(gpus, -start) for gpus, start in best[1:]]
