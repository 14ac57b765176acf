# caught by: All randomness comes from rng, and none is kept
# Takes its randomness from the random module in place of rng: no run can be repeated.
import random


def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError
    reservoir = []
    for i, item in enumerate(stream):
        if i < k:
            reservoir.append(item)
        elif (j := random.randrange(i + 1)) < k:
            reservoir[j] = item
    return reservoir
