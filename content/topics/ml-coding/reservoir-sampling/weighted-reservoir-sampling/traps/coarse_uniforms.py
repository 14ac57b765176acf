# caught by: A long stream is not kept
# Rounds the uniform numbers to four digits: one that becomes 1 is a key that no weight can beat.
import heapq
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight > 0:
            uniform = max(round(rng.random(), 4), 1e-4)
            heapq.heappush(heap, (math.log(uniform) / weight, i, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _key, _i, item in heap]
