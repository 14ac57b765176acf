# caught by: Several draws are as from an urn, one after the other
# Fills a list and takes its first entry for the smallest without ever making a heap of it.
import heapq
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        entry = (math.log(1.0 - rng.random()) / weight, i, item)
        if len(heap) < k:
            heap.append(entry)
        elif k and entry > heap[0]:
            heapq.heapreplace(heap, entry)
    return [item for _key, _i, item in heap]
