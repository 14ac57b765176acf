# caught by: Every number of a huge range can come out
# Seeds a generator of its own with 16 bits: no more than 65,536 samples can ever come out.
import random


def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    own, chosen = random.Random(rng.randrange(2**16)), set()
    while len(chosen) < k:
        chosen.add(own.randrange(n))
    return chosen
