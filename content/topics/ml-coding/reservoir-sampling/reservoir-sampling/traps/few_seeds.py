# caught by: Early or late in a longer stream, every item is equally likely to be kept
# Draws a seed out of a thousand for a generator of its own, so no more than a thousand samples are possible.
import random


def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError
    res = []
    rng = random.Random(rng.randrange(1000))
    for i, item in enumerate(stream):
        if i < k:
            res.append(item)
        else:
            j = rng.randrange(i + 1)
            if j < k:
                res[j] = item
    return res
