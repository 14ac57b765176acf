from collections.abc import Sequence


def least_latency(batches: Sequence[tuple[int, int]], requests: int) -> int:
    """The least time in which batches of compiled sizes serve all requests.

    Parameters
    ----------
    batches : list of pairs
        The size of a batch and what it takes, both at least 1; each may run any number of times.
    requests : int
        How many requests wait; a batch may hold fewer than its size.

    Returns
    -------
    int
        The least sum of latencies, 0 if nothing waits.

    Notes
    -----
    The least for each number of waiting requests, from below, over all choices of one batch: O(batches * requests).
    """
    least = [0]
    for waiting in range(1, requests + 1):
        least.append(min(latency + least[max(0, waiting - size)] for size, latency in batches))
    return least[requests]
