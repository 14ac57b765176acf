# caught by: A single draw is proportional to weight
# w * u grows with the weight too, but its order is not the urn's.
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
        heap.append((rng.random() * weight, i, item))
    return [item for _key, _i, item in heapq.nlargest(k, heap)]
