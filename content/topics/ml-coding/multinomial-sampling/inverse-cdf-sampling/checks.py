from bisect import bisect_right
from itertools import accumulate, product
from math import log

import numpy as np

from sharpen import checks

BAD = [[2, -1], [1, float("nan"), 1], [0, 0], [0.0], [-1.0], [float("nan")], [1, -1e-12], [1.0] * 1_500 + [-1.0]]
BAD += [[3, -1e-100], [-1e-100, 3], [1e100, -1e-100, 2]]
"""The last ones change no sum."""
BELOW_ONE = float(np.nextafter(1.0, 0.0))


def ruler(rng, size):
    """Random weights, some of them zero, and random points, none of them near a mark."""
    categories, points = size
    weights = rng.exponential(3.0, categories) * (rng.random(categories) < 0.7)
    weights[rng.integers(categories)] = 1.0
    marks = np.cumsum(weights) / np.sum(weights)
    u = rng.random(2 * points)
    return weights.tolist(), u[[np.abs(marks - point).min() > 1e-7 for point in u]][:points].tolist()


def by_bisection(weights, u):
    marks = list(accumulate(map(float, weights)))
    marks = [mark / marks[-1] for mark in marks]
    return [bisect_right(marks, point) for point in u]


def dyadic(rng, size):
    """Powers of two whose sum and number are powers of two: whatever they are divided by first, nothing is rounded."""
    categories, positive, depth = size
    weights = [2**depth]
    while len(weights) < positive:
        half = weights.pop(-1 if rng.random() < 0.8 else int(np.argmax(weights))) // 2
        weights += [half, half]
    weights = rng.permutation(weights + [0] * (categories - positive))
    marks = np.unique(np.cumsum(weights) / 2**depth)
    marks = marks[(marks > 0) & (marks < 1)]
    return weights, np.concatenate([[0.0], marks, marks - 2.0**-30, marks + 2.0**-30])


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
            return f"u = {point:.17g} gave outcome {outcome}; there are only 0 to {len(weights) - 1}"
        if weights[outcome] == 0:
            return f"u = {point:.17g} gave outcome {outcome}, whose weight is 0"
    return None


def as_weighted(answers, weights, size, _rng):
    weights = np.asarray(weights, float)
    draws = np.array([np.asarray(answer) for answer in answers])
    if draws.shape != (len(answers), size) or draws.dtype.kind not in "iu":
        return f"expected {size:,} integers from every call"
    if draws.min() < 0 or draws.max() >= len(weights):
        return f"outcomes must be between 0 and {len(weights) - 1}"
    again = len(draws) - len(np.unique(draws, axis=0))
    if again:  # of so many answers two are the same with a chance far below 1e-10
        return f"{again:,} of {len(draws):,} answers are the same as another one"
    return checks.biased(np.bincount(draws.ravel(), minlength=len(weights)).tolist(), list(weights / weights.sum()))


def unrelated(answers, weights, size, _rng):
    """Four outcomes of equal weight have two bits, fair coins as 1 and -1. Of two coins in different places the product
    is one again, and at one distance these are independent: Hoeffding's bound holds for their sum (1963, theorem 2)."""
    draws = np.asarray(answers[0])
    if draws.shape != (size,) or draws.dtype.kind not in "iu" or draws.min() < 0 or draws.max() > 3:
        return f"expected {size:,} outcomes from 0 to 3"
    draws = draws.astype(int)
    spectra = [np.fft.rfft(coins, 2 * size) for coins in (2 * (draws > 1) - 1, 2 * (draws % 2) - 1)]
    bar = np.sqrt(2 * (size - np.arange(1, size)) * log(2 * 4 * size / 1e-10))
    for first, second in product(spectra, repeat=2):
        sums = np.fft.irfft(first * second.conj())[1:size]
        apart = 1 + int(np.argmax(np.abs(sums) / bar))
        if abs(sums[apart - 1]) > bar[apart - 1]:
            alike, pairs = round((size - apart + sums[apart - 1]) / 2), size - apart
            return f"draws {apart:,} places apart are alike in {alike:,} of {pairs:,} pairs; about half are expected"
    return None


def seldom(got, weights, size, _rng):
    """All outcomes but 0 together are rare."""
    draws, weights = np.asarray(got), np.asarray(weights, float)
    if draws.shape != (size,) or draws.dtype.kind not in "iu":
        return f"expected {size:,} outcomes"
    p, rare = weights[1:].sum() / weights.sum(), int((draws != 0).sum())
    if not checks.biased([rare, size - rare], [p, 1 - p]):
        return None
    return f"{rare:,} of {size:,} draws were other outcomes than 0; about {p * size:,.0f} are expected"


def first_of_few(answers, weights, size, _rng):
    """A draw or two a call: each outcome with its share, and the two independent."""
    draws, weights = np.array([np.asarray(answer) for answer in answers]), np.asarray(weights, float)
    if draws.shape != (len(answers), size) or draws.dtype.kind not in "iu" or draws.min() < 0:
        return f"expected {size} integers from every call"
    shares = weights / weights.sum()
    if draws.max() >= len(shares):
        return f"outcomes must be from 0 to {len(shares) - 1}"
    if why := checks.biased(np.bincount(draws[:, 0], minlength=len(shares)).tolist(), shares.tolist()):
        return f"of the first draws of each call, {why}"
    both, same = float(shares @ shares), int((draws[:, 0] == draws[:, -1]).sum())
    if size > 1 and checks.biased([same, len(draws) - same], [both, 1 - both]):
        return f"two draws of one call were alike in {same:,} of {len(draws):,} calls; {both:.1%} are expected"
    return None


def spread(got, weights, size, _rng):
    """Each draw changes how many different outcomes came by one at most (McDiarmid 1989). The odd ones weigh less."""
    draws, n = np.asarray(got), len(weights)
    if draws.shape != (size,) or draws.dtype.kind not in "iu" or draws.min() < 0 or draws.max() >= n:
        return f"expected {size:,} outcomes from 0 to {n - 1:,}"
    counts, shares = np.bincount(draws, minlength=n), weights[:2] / weights[:2].sum()
    came, wanted = np.count_nonzero(counts), n - n / 2 * ((1 - 2 * shares / n) ** size).sum()
    if abs(came - wanted) > (size * log(2 / 1e-10) / 2) ** 0.5:
        return f"{size:,} draws were {came:,} different ones of {n:,} outcomes; about {wanted:,.0f} are expected"
    if why := checks.biased([counts[::2].sum(), counts[1::2].sum()], shares.tolist()):
        return f"of even and odd outcomes, {why}"
    return None


def certain(got, weights, size, _rng):
    outcome = int(np.argmax(weights))
    if np.shape(got) == (size,) and all(draw == outcome for draw in got):
        return None
    return f"expected {size} times {outcome}, the only outcome of any chance worth mentioning"


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
        [(2, 2, 1), (2, 1, 1), (4, 3, 3), (4, 4, 3), (8, 6, 6), (32, 24, 23)],
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
        "Only ratios matter: weights around 1e-100, 1e100, far apart, or nearly of sum 1",
        "inverse_cdf",
        [
            (scale * np.array([1.0, 0.0, 2.0, 5.0]), [0.0, 0.124, 0.126, 0.374, 0.376, BELOW_ONE])
            for scale in (1e-100, 1e99)
        ]
        + [
            (np.array([2**40, 0, 2**31, 3 * 2**40]), [0.1, 0.2498, 0.2502, 0.9]),
            (np.array([2**62, 2**62, 2**62]), [0.1, 0.333, 0.334, 0.666, 0.667, 0.9]),
            ([0.5, 0.500005], [0.49999, 0.499998, 0.500001]),
            ([1e-12, 1.0, 1e-12], [0.0, 5e-13, 2e-12, 0.5, 1 - 5e-13]),
            (np.array([1e-100, 3.0, 0.0, 1e-15]), [0.0, 1e-102, 1e-99, 0.9]),
        ],
        expected=by_bisection,
        same=checks.exactly(),
    ),
    checks.property(
        "What is certain comes always",
        "sample",
        [
            ([2.0], 1, seeded(10)),
            ([0, 5], 0, seeded(11)),
            (np.array([0.0, 0.3]), 30, seeded(12)),
            (np.array([0.0, 1e-100]), 30, seeded(13)),
            (np.array([1e5, 1e100, 1e5]), 100, seeded(14)),
            (np.array([0, 2**40]), 30, seeded(15)),
        ],
        holds=certain,
        empty=True,
    ),
    checks.statistics(
        "Draws come in proportion to their weights",
        "sample",
        [([2.5, 0, 1, 0.5, 4], 100, seeded(2)), (np.arange(30), 100, seeded(3))],
        draws=190,
        holds=as_weighted,
        detects=0.05,
    ),
    checks.statistics(
        "A single draw, and each of two, comes in proportion as well",
        "sample",
        [([2.5, 0, 1, 0.5, 4], size, seeded(20 + size)) for size in (1, 2)],
        draws=400,
        holds=first_of_few,
        detects=0.5,
    ),
    checks.statistics(
        "Draws are independent of each other",
        "sample",
        [([1, 1, 1, 1], 20_000, seeded(4))],
        draws=1,
        holds=unrelated,
        detects=0.5,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "sample",
        [([3, 1, 2], 100, seeded(5))],
    ),
    checks.stateless(
        "No call leaves anything behind for the next",
        "inverse_cdf",
        between_marks,
        [(3, 5), (1_200, 1_500)],
        expected=by_bisection,
        same=checks.exactly(),
    ),
    checks.error(
        "A negative or NaN weight, or none that is positive, raises ValueError",
        [checks.call("inverse_cdf", bad, [0.5]) for bad in BAD]
        + [checks.call("sample", bad, 3, seeded()) for bad in BAD]
        + [checks.call("inverse_cdf", bad, []) for bad in BAD]
        + [checks.call("sample", bad, 0, seeded()) for bad in BAD],
    ),
    checks.unchanged(
        "weights and u are left as they were",
        "inverse_cdf",
        [
            (np.array([2.0, 1.0, 1.0]), np.array([0.9, 0.1, 0.6])),
            ([1, 2], [0.5]),
            (np.array([2.0]), np.array([0.9, 0.1])),
            (np.array([2.0, 1.0]), np.array([0.9])),
            checks.call("sample", np.array([2.0]), 3, rng=seeded(6)),
            checks.call("sample", np.array([2.0, 1.0, 4.0]), 3, rng=seeded(6)),
        ],
    ),
    checks.growth(
        "Many points and many outcomes do not multiply",
        "inverse_cdf",
        between_marks,
        [(100, 1_000), (75_000, 150_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "Among very many outcomes each has its chance",
        "sample",
        [(np.tile([2.0, 1.0], 40_000), 50_000, seeded(7))],
        holds=spread,
    ),
    checks.property(
        "Outcomes that are rare come as seldom as they should",
        "sample",
        [
            ([3e4] + [1.0] * 10, 150_000, seeded(24)),
            *(([1.0] + [1e-30] * 15, 100_000, seeded(seed)) for seed in (25, 26)),
        ],
        holds=seldom,
    ),
]
