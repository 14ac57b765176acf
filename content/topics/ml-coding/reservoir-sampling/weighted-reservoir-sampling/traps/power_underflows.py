# caught by: Tiny and huge weights: only ratios matter
# The key of the paper, u ** (1 / w), as it is printed: 0 for tiny weights, 1 for huge ones.
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
        heap.append((rng.random() ** (1 / weight), i, item))
    return [item for _key, _i, item in heapq.nlargest(k, heap)]
