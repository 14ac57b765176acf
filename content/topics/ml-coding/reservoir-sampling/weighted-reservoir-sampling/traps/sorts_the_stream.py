# caught by: A long stream is not kept
# Right, but gives every item a key, keeps all of them, and sorts at the end: O(n) memory.
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError
    keyed = []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError
        if weight:
            keyed.append((rng.expovariate(1.0) / weight, i, item))
    return [item for _key, _i, item in sorted(keyed)[:k]]
