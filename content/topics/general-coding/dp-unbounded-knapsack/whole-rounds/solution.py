from collections.abc import Sequence


def plans(sizes: Sequence[int], batch: int, devices: int) -> int:
    """How many collections of micro-batches sum to a batch and fill whole rounds of devices.

    Parameters
    ----------
    sizes : list of int
        The distinct sizes, at least 1, that a micro-batch may have.
    batch : int
        What the sizes of a plan's micro-batches sum to.
    devices : int
        How many devices there are; the number of micro-batches is a multiple of that.

    Returns
    -------
    int
        The number of plans; the order of micro-batches does not matter.

    Notes
    -----
    `ways[total][r]` counts plans of the sizes so far whose number of micro-batches leaves the remainder r. Sizes stand
    outside and totals run upward, so that a size repeats and no order counts: O(sizes * batch * devices).
    """
    ways = [[0] * devices for _ in range(batch + 1)]
    ways[0][0] = 1
    for size in sizes:
        for total in range(size, batch + 1):
            before = ways[total - size]
            for remainder, more in enumerate(before):
                ways[total][(remainder + 1) % devices] += more
    return ways[batch][0]
