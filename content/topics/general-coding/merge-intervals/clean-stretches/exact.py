"""For each piece of time between two neighboring ends, whether it is clean; pieces are then joined."""

from itertools import pairwise


def clean(recordings, outages, least):
    ends = sorted({end for pair in [*recordings, *outages] for end in pair})
    stretches = []
    for start, stop in pairwise(ends):
        covered = [any(one <= start and stop <= other for one, other in pairs) for pairs in (recordings, outages)]
        if covered == [True, False]:
            if stretches and stretches[-1][1] == start:
                start = stretches.pop()[0]
            stretches.append((start, stop))
    return [(start, stop) for start, stop in stretches if stop - start >= least]


def inputs(rng, draw):
    span = int(rng.choice([5, 30, 10**9]))

    def pairs(name, most):
        drawn = rng.integers(0, span, (draw.length(name, most), 2)).tolist()
        return [(min(pair), max(pair) + (pair[0] == pair[1])) for pair in drawn]

    return pairs("recordings", 8), pairs("outages", 12), int(rng.choice([1, 2, 5, span]))
