# caught by: Tiny and huge weights: only ratios matter
# Tempers the weights, as is done with word counts: heavy items come too seldom.
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
            heapq.heappush(heap, (math.log(1.0 - rng.random()) / weight**0.9, i, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _key, _i, item in heap]
