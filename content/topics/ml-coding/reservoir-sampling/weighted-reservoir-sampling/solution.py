import heapq
import math
import random
from collections.abc import Iterable
from typing import Any


def weighted_reservoir_sample(stream: Iterable[tuple[Any, float]], k: int, rng: random.Random) -> list[Any]:
    """Draw k items one after the other, with probability proportional to weight among those left.

    Parameters
    ----------
    stream : iterable of (item, weight)
        Read once; the weights are not negative.
    k : int
        How many to draw.
    rng : random.Random
        The source of all randomness.

    Returns
    -------
    list
        `k` items in any order, or all items of positive weight if there are no more than that.

    Raises
    ------
    ValueError
        If `k` is negative, or a weight is negative, infinite or NaN.

    Notes
    -----
    Efraimidis and Spirakis: the items with the k largest keys log(u) / w. Minus the key is an
    exponential time of rate w, so the k first of a race are kept. O(n log k) time, O(k) memory.
    """
    if k < 0:
        raise ValueError("k must not be negative")
    heap: list[tuple[float, int, Any]] = []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        key = math.log(1.0 - rng.random()) / weight
        if len(heap) < k:
            heapq.heappush(heap, (key, i, item))
        else:
            heapq.heappushpop(heap, (key, i, item))
    return [item for _key, _i, item in heap]
