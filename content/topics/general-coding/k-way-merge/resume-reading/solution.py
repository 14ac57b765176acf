import heapq
from collections.abc import Sequence


def read_on(shards: Sequence[list[int]], positions: Sequence[int], count: int) -> tuple[list[int], list[int]]:
    """The next records of sorted shards in the order of time, and how far each shard has been read then.

    Parameters
    ----------
    shards : list of list of int
        The times of the records of each shard, in order.
    positions : list of int
        How many records of each shard have been read.
    count : int
        How many records to read, if there are that many.

    Returns
    -------
    tuple of two lists of int
        The times in the order in which they were read, and the new positions.

    Notes
    -----
    A heap has the first unread record of each shard: O(k) to build, O(log k) for each record.
    """
    positions = list(positions)
    heap = [
        (shard[at], number) for number, (shard, at) in enumerate(zip(shards, positions, strict=True)) if at < len(shard)
    ]
    heapq.heapify(heap)
    times = []
    while heap and len(times) < count:
        time, number = heap[0]
        times.append(time)
        positions[number] += 1
        if positions[number] < len(shards[number]):
            heapq.heapreplace(heap, (shards[number][positions[number]], number))
        else:
            heapq.heappop(heap)
    return times, positions
