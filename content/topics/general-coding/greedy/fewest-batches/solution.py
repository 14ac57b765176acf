import heapq
from collections.abc import Sequence


def fewest_batches(requests: Sequence[tuple[int, int]], size: int) -> int:
    """The fewest batches of limited size that answer every request between its arrival and its deadline.

    Parameters
    ----------
    requests : list of tuple of int
        The arrival and the deadline of each, in any order.
    size : int
        The largest number of requests in a batch, at least 1.

    Returns
    -------
    int

    Notes
    -----
    A batch can wait until the first deadline among its requests, and takes along those that are due next; a heap holds
    the deadlines of what waits: O(n log n).
    """
    arriving = sorted(requests, reverse=True)
    waiting: list[int] = []
    batches = 0
    for moment in sorted(deadline for _, deadline in requests):
        while arriving and arriving[-1][0] <= moment:
            heapq.heappush(waiting, arriving.pop()[1])
        while waiting and waiting[0] <= moment:
            batches += 1
            for _ in range(min(size, len(waiting))):
                heapq.heappop(waiting)
    return batches
