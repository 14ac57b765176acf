"""All pairings as sequences of steps, by how many pairs they have, with the cheapest kept for each pair of places."""

import math


def align(a, b, band, stall):
    costs = {(0, 0): abs(a[0] - b[0])}
    best = math.inf
    while costs:
        best = min(best, costs.get((len(a) - 1, len(b) - 1), math.inf))
        grown = {}
        for (i, j), cost in costs.items():
            for x, y, more in ((i + 1, j, stall), (i, j + 1, stall), (i + 1, j + 1, 0)):
                if x < len(a) and y < len(b) and abs(x - y) <= band:
                    total = cost + more + abs(a[x] - b[y])
                    grown[x, y] = min(grown.get((x, y), math.inf), total)
        costs = grown
    return None if best == math.inf else best


def inputs(rng, draw):
    most = int(rng.choice([1, 5, 40, 10**6]))

    def samples(argument):
        return rng.integers(-most, most + 1, max(1, draw.length(argument, 12))).tolist()

    return samples("a"), samples("b"), int(rng.integers(0, 8)), int(rng.integers(0, most + 1))
