# caught by: A single draw is proportional to weight
# Exponential times with the wrong end kept: the k last instead of the k first.
import heapq
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    times = []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        times.append((rng.expovariate(weight), i, item))
    return [item for _time, _i, item in heapq.nlargest(k, times)]
