"""By the tree: the first slowest stage of the row splits it, and so on in both parts."""


def bottlenecks(rates):
    counts, parts = [0] * len(rates), [(0, len(rates))]
    while parts:
        start, stop = parts.pop()
        if start < stop:
            slowest = rates.index(min(rates[start:stop]), start)
            counts[slowest] = (slowest - start + 1) * (stop - slowest)
            parts += [(start, slowest), (slowest + 1, stop)]
    return counts


def inputs(rng, draw):
    most = int(rng.choice([0, 1, 2, 5, 100, 10**9]))
    return (rng.integers(0, most + 1, draw.length("rates", 40)).tolist(),)
