"""The place of the threshold in the sorted norms."""


def clip_thresholds(norms, d):
    return [sorted(norms[:count], reverse=True)[count // d] for count in range(1, len(norms) + 1)]


def inputs(rng, draw):
    most = int(rng.choice([0, 1, 3, 100, 10**9]))
    d = int(rng.choice([2, 3, 5, 100]))
    return rng.integers(0, most + 1, draw.length("norms", 60)).tolist(), d
