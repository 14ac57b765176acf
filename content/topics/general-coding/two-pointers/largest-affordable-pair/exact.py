"""All sums in a counter."""

from collections import Counter


def largest_pair(encoders, decoders, budget):
    totals = Counter(one + other for one in encoders for other in decoders)
    fitting = [item for item in totals.items() if item[0] <= budget]
    return max(fitting, default=None)


def inputs(rng, draw):
    n, m = draw.length("encoders", 20), draw.length("decoders", 20)
    most = int(rng.choice([1, 4, 30, 10**9]))
    encoders, decoders = (sorted(rng.integers(0, most + 1, length).tolist()) for length in (n, m))
    return encoders, decoders, int(rng.integers(0, 2 * most + 1))
