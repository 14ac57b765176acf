# caught by: Items may be any objects
# Keys are rounded, so that now and then two are equal, and then the heap compares the items themselves.
import heapq
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for item, weight in stream:
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        entry = float(f"{math.log(1.0 - rng.random()) / weight:.3g}"), item
        if len(heap) < k:
            heapq.heappush(heap, entry)
        else:
            heapq.heappushpop(heap, entry)
    return [item for _key, item in heap]
