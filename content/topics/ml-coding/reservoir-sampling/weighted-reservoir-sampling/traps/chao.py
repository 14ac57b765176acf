# caught by: Several draws are as from an urn, one after the other
# Enters with probability k * w / W: another design, whose inclusion probabilities are in proportion.
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir, total = [], 0.0
    for item, weight in stream:
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        total += weight
        if len(reservoir) < k:
            reservoir.append(item)
        elif rng.random() * total < k * weight:
            reservoir[rng.randrange(k)] = item
    return reservoir
