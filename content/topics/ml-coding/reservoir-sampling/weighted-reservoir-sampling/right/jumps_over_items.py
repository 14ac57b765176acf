# Draws how much weight to let pass before the next replacement, and draws the key of that from what is left.
import heapq
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    heap, skip = [], 0.0
    for i, (item, weight) in enumerate(stream):
        if math.isnan(weight) or math.isinf(weight) or weight < 0:
            raise ValueError("weights must be finite and not negative")
        if weight == 0 or k == 0:
            continue
        if len(heap) < k:
            heapq.heappush(heap, (math.log(1 - rng.random()) / weight, i, item))
        else:
            skip -= weight
            if skip > 0:
                continue
            least = math.exp(max(heap[0][0] * weight, -745.0))
            key = math.log(least + (1 - rng.random()) * (1 - least)) / weight
            heapq.heapreplace(heap, (key, i, item))
        if len(heap) == k:
            skip = math.log(1 - rng.random()) / heap[0][0] if heap[0][0] else math.inf
    return [item for _key, _i, item in heap]
