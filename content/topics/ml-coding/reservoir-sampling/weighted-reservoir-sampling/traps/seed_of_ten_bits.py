# caught by: Early or late in a longer stream, equal weights are kept equally often
# Seeds a generator of its own with ten bits: no more than 1,024 samples of a stream can ever come out.
import heapq
import math
import random


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    own, heap = random.Random(rng.getrandbits(10)), []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight > 0:
            heapq.heappush(heap, (math.log(1.0 - own.random()) / weight, i, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [item for _key, _i, item in heap]
