from bisect import bisect_right
from itertools import accumulate

import numpy as np

from sharpen import checks

BELOW_ONE = float(np.nextafter(1.0, 0.0))


def ruler(rng, size):
    """Random weights, some of them zero, and random points."""
    categories, points = size
    weights = rng.exponential(3.0, categories) * (rng.random(categories) < 0.7)
    weights[rng.integers(categories)] = 1.0
    return weights.tolist(), rng.random(points).tolist()


def by_bisection(weights, u):
    marks = list(accumulate(map(float, weights)))
    return [bisect_right([mark / marks[-1] for mark in marks], point) for point in u]


def dyadic(rng, size):
    """Weights that sum to a power of two, and points exactly on the marks: no rounding anywhere."""
    categories, total = size
    cuts = np.sort(rng.integers(0, total + 1, categories - 1))
    weights = np.diff(np.concatenate([[0], cuts, [total]]))
    marks = np.unique(np.cumsum(weights)[:-1] / total)
    return weights, np.concatenate([[0.0], marks[marks < 1], marks[marks < 1] + 2.0**-40])


def between_marks(rng, size):
    """No weight is small and no point near a mark, so that no order of summation moves one across."""
    categories, points = size
    weights = rng.random(categories) + 0.25
    marks, pieces = np.cumsum(weights), rng.integers(categories, size=points)
    return weights, (marks[pieces] - weights[pieces] * rng.uniform(0.1, 0.9, points)) / marks[-1]


def possible(got, weights, u):
    got = np.asarray(got)
    if got.shape != (len(u),):
        return f"expected {len(u)} outcomes, got shape {got.shape}"
    if len(u) and got.dtype.kind not in "iu":
        return "outcomes must be integers"
    for point, outcome in zip(u, got.tolist(), strict=True):
        if not 0 <= outcome < len(weights):
            return f"u = {point!r} gave outcome {outcome}; there are only 0 to {len(weights) - 1}"
        if weights[outcome] == 0:
            return f"u = {point!r} gave outcome {outcome}, whose weight is 0"
    return None


def as_weighted(answers, weights, size, _rng):
    weights = np.asarray(weights, float)
    draws = np.array([np.asarray(answer) for answer in answers])
    if draws.shape != (len(answers), size) or draws.dtype.kind not in "iu":
        return f"expected {size:,} integers from every call"
    if draws.min() < 0 or draws.max() >= len(weights):
        return f"outcomes must be between 0 and {len(weights) - 1}"
    return checks.biased(np.bincount(draws.ravel(), minlength=len(weights)).tolist(), list(weights / weights.sum()))


def unrelated(answers, weights, size, _rng):
    """Neighbors in the answer, taken two by two, have product probabilities."""
    p = np.asarray(weights, float) / np.sum(weights)
    draws = np.array([np.asarray(answer) for answer in answers]).reshape(-1, 2)
    pairs = np.bincount(draws[:, 0] * len(p) + draws[:, 1], minlength=len(p) ** 2)
    if checks.biased(pairs.tolist(), np.outer(p, p).ravel().tolist()):
        a, b = divmod(int(np.argmax(np.abs(pairs - pairs.sum() * np.outer(p, p).ravel()))), len(p))
        return (
            f"draws next to each other depend on each other: {a} then {b} came {pairs[a * len(p) + b]:,} times; "
            f"about {pairs.sum() * p[a] * p[b]:,.0f} are expected"
        )
    return None


def seeded(seed=0):
    return checks.generator(seed)


CHECKS = [
    checks.example(
        "Weights 2, 0, 1, 1",
        checks.call("inverse_cdf", [2, 0, 1, 1], [0.1, 0.5, 0.74, 0.75]),
        [0, 2, 2, 3],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Every point finds its piece of the ruler",
        "inverse_cdf",
        ruler,
        [(1, 1), (1, 3), (2, 0), (2, 4), (3, 10), (7, 30), (40, 15), (1_000, 300)],
        expected=by_bisection,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A point exactly on a mark belongs to the piece that begins there",
        "inverse_cdf",
        dyadic,
        [(2, 4), (3, 8), (4, 8), (6, 64), (20, 32), (12, 2**20)],
        expected=by_bisection,
        same=checks.exactly(),
    ),
    checks.property(
        "An outcome of weight 0 never comes, not even first or last",
        "inverse_cdf",
        [
            ([0, 1], [0.0, 0.5, BELOW_ONE]),
            ([0, 0, 3, 0, 1, 0, 0], [0.0, 0.2, 0.75, 0.9, BELOW_ONE]),
            (np.array([0.0, 5e-3, 0.0]), np.array([0.0, BELOW_ONE])),
        ],
        holds=possible,
    ),
    checks.stability(
        "Rounding in the sums leaves no gap below 1",
        "inverse_cdf",
        [
            ([0.1] * 10, [BELOW_ONE]),
            ([0.1] * 10 + [0.0], [BELOW_ONE]),
            ([1 / 49] * 49 + [0.0, 0.0], [BELOW_ONE]),
            ([0.7, 0.1, 0.2], [BELOW_ONE]),
        ],
        holds=possible,
    ),
    checks.stability(
        "Only ratios matter: weights around 1e-100 and 1e100",
        "inverse_cdf",
        [
            ([scale * weight for weight in (1.0, 0.0, 2.0, 5.0)], [0.0, 0.124, 0.126, 0.374, 0.376, BELOW_ONE])
            for scale in (1e-100, 1e99)
        ],
        expected=by_bisection,
        same=checks.exactly(),
    ),
    checks.statistics(
        "Draws come in proportion to their weights",
        "sample",
        [([1, 3], 2_000, seeded(1)), ([2.5, 0, 1, 0.5, 4], 4_000, seeded(2)), (np.arange(30), 8_000, seeded(3))],
        draws=5,
        holds=as_weighted,
    ),
    checks.statistics(
        "Draws are independent of each other",
        "sample",
        [([1, 1, 2], 8_000, seeded(4))],
        draws=3,
        holds=unrelated,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "sample",
        [([3, 1, 2], 100, seeded(5))],
    ),
    checks.error(
        "A negative or NaN weight, or none that is positive, raises ValueError",
        [checks.call("inverse_cdf", bad, [0.5]) for bad in ([2, -1], [1, float("nan"), 1], [0, 0], [0.0])]
        + [checks.call("sample", bad, 3, seeded()) for bad in ([2, -1], [1, float("nan"), 1], [0, 0])],
    ),
    checks.unchanged(
        "weights and u are left as they were",
        "inverse_cdf",
        [(np.array([2.0, 1.0, 1.0]), np.array([0.9, 0.1, 0.6])), ([1, 2], [0.5])],
    ),
    checks.growth(
        "Many points and many outcomes do not multiply",
        "inverse_cdf",
        between_marks,
        [(100, 1_000), (50_000, 300_000)],
        factor=20,
        same=checks.exactly(),
    ),
]
