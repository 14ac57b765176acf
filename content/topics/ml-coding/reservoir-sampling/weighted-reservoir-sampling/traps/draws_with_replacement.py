# caught by: The sample is k items of the stream, none used twice
# k independent weighted draws: right for k = 1, and repeats items otherwise.
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    pairs = []
    for item, weight in stream:
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        pairs.append((item, weight))
    if len(pairs) <= k:
        return [item for item, _ in pairs]
    return rng.choices([item for item, _ in pairs], [weight for _, weight in pairs], k=k)
