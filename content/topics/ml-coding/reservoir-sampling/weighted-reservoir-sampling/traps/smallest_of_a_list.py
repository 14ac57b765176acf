# caught by: A large reservoir does not make every item slow
# Right, but looks through the whole reservoir for every item: O(n k).
import math


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for i, (item, weight) in enumerate(stream):
        if not 0 <= weight < math.inf:
            raise ValueError("weights must be finite and not negative")
        if weight == 0:
            continue
        entry = (math.log(1.0 - rng.random()) / weight, i, item)
        if len(reservoir) < k:
            reservoir.append(entry)
        elif k and min(reservoir)[0] < entry[0]:
            reservoir[reservoir.index(min(reservoir))] = entry
    return [item for _key, _i, item in reservoir]
