# caught by: A long stream is not kept
# Takes what fits into a buffer and samples from that; the rest of a long stream is never seen.
import heapq
import math
from itertools import islice


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    keyed = []
    for i, (item, weight) in enumerate(islice(stream, 25_000)):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight > 0:
            keyed.append((math.log(1.0 - rng.random()) / weight, i, item))
    return [item for _key, _i, item in heapq.nlargest(k, keyed)]
