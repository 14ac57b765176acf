from math import log

import numpy as np

from sharpen import checks


def table(got, count):
    """The two arrays of an answer; ValueError says what is not as documented."""
    prob, alias = (np.asarray(part) for part in got)
    if prob.shape != (count,) or alias.shape != (count,):
        raise ValueError(f"prob and alias must have shape ({count},), not {prob.shape} and {alias.shape}")
    if alias.dtype.kind not in "iu" or alias.min() < 0 or alias.max() >= count:
        raise ValueError(f"every alias must be an integer from 0 to {count - 1}")
    if prob.dtype.kind not in "fiu" or not (prob.min() >= 0 and prob.max() <= 1):
        raise ValueError("every prob must be a number from 0 to 1")
    return prob.astype(float), alias


def drawn(prob, alias):
    """The probability of every outcome under the table."""
    return (prob + np.bincount(alias, 1 - prob, minlength=len(prob))) / len(prob)


def draws_what_it_should(got, weights):
    try:
        prob, alias = table(got, len(weights))
    except ValueError as fault:
        return str(fault)
    weights = np.asarray(weights, float)
    wanted, has = weights / weights.sum(), drawn(prob, alias)
    worst = int(np.argmax(np.abs(has - wanted)))
    if not abs(has[worst] - wanted[worst]) <= 1e-9:
        return f"the table draws outcome {worst} with probability {has[worst]:.9g}; its share is {wanted[worst]:.9g}"
    zero = np.flatnonzero((weights == 0) & (has > 0))
    if zero.size:
        return f"outcome {zero[0]} has weight 0, but the table draws it with probability {has[zero[0]]:.3g}"
    return None


def shares(expected, got):
    """Comparator: the distribution of the table in the answer."""
    try:
        prob, alias = table(got, len(expected))
    except (TypeError, ValueError) as problem:
        return checks.Difference("", checks.show(expected), checks.show(got), str(problem))
    return checks.close(0, 1e-9)(expected, drawn(prob, alias))


def normalized(weights):
    weights = np.asarray(weights, float)
    return weights / weights.sum()


def random_weights(rng, size):
    count, zeros = size
    weights = rng.exponential(1.0, count) ** 2
    weights[rng.permutation(count)[:zeros]] = 0
    return (weights.tolist(),)


def some_weights(rng, count):
    """A list, or an array of many: a list that is made after another one is gone comes to the same address."""
    weights = rng.exponential(1.0, count)
    return (weights.tolist() if count < 100 else weights,)


def as_the_table_says(answers, prob, alias, size, _rng):
    draws = np.array([np.asarray(answer) for answer in answers])
    if draws.shape != (len(answers), size) or draws.dtype.kind not in "iu":
        return f"expected {size:,} integers from every call"
    if draws.min() < 0 or draws.max() >= len(prob):
        return f"outcomes must be from 0 to {len(prob) - 1}"
    again = len(draws) - len(np.unique(draws, axis=0))
    if again:  # of so many answers two are the same with a chance far below 1e-10
        return f"{again:,} of {len(draws):,} answers are the same as another one"
    p = drawn(np.asarray(prob, float), np.asarray(alias))
    return checks.biased(np.bincount(draws.ravel(), minlength=len(p)).tolist(), p.tolist())


def unrelated(got, prob, alias, size, _rng):
    """Whether draws are 0, less the chance of it: sums of products of those at one distance are martingales, for which
    Azuma's inequality holds (Hoeffding 1963, section 2)."""
    draws = np.asarray(got)
    if draws.shape != (size,) or draws.dtype.kind not in "iu":
        return f"expected {size:,} integers"
    p = drawn(np.asarray(prob, float), np.asarray(alias))[0]
    spectrum = np.fft.rfft((draws == 0) - p, 2 * size)
    pairs = size - np.arange(1, size)
    sums, bar = np.fft.irfft(spectrum * spectrum.conj())[1:size], np.sqrt(pairs * log(2 * size / 1e-10) / 2)
    bar *= max(p, 1 - p)
    apart = 1 + int(np.argmax(np.abs(sums) / bar))
    if abs(sums[apart - 1]) <= bar[apart - 1]:
        return None
    both, pairs = int((draws[apart:] == 0) @ (draws[:-apart] == 0)), size - apart
    wanted = f"about {pairs * p * p:,.0f} are expected"
    return f"draws {apart:,} places apart are both 0 in {both:,} of {pairs:,} pairs; {wanted}"


def seldom(got, prob, alias, size, _rng):
    """Outcome 0 is nearly certain, or the last one is nearly impossible."""
    draws = np.asarray(got)
    if draws.shape != (size,) or draws.dtype.kind not in "iu":
        return f"expected {size:,} integers"
    shares = drawn(np.asarray(prob, float), np.asarray(alias))
    which, p, rare = "other outcomes than 0", 1 - shares[0], int((draws != 0).sum())
    if p > 0.1:
        which, p, rare = f"outcome {len(shares) - 1}", shares[-1], int((draws == len(shares) - 1).sum())
    if not checks.biased([rare, size - rare], [p, 1 - p]):
        return None
    return f"{rare:,} of {size:,} draws were {which}; about {p * size:,.0f} are expected"


def few_at_a_time(answers, prob, alias, size, _rng):
    """A draw or two a call: each outcome with its share, and the two independent."""
    draws = np.array([np.asarray(answer) for answer in answers])
    if draws.shape != (len(answers), size) or draws.dtype.kind not in "iu" or draws.min() < 0:
        return f"expected {size} integers from every call"
    shares = drawn(np.asarray(prob, float), np.asarray(alias))
    if draws.max() >= len(shares):
        return f"outcomes must be from 0 to {len(shares) - 1}"
    if why := checks.biased(np.bincount(draws[:, 0], minlength=len(shares)).tolist(), shares.tolist()):
        return f"of the first draws of each call, {why}"
    if size > 1 and (
        why := checks.biased(
            [int(same := (draws[:, 0] == draws[:, 1]).sum()), len(draws) - int(same)],
            [both := float(shares @ shares), 1 - both],
        )
    ):
        return f"two draws of one call were alike in {same:,} of {len(draws):,} calls; {both:.1%} are expected"
    return None


def spread(got, prob, alias, size, _rng):
    """Each draw changes how many different outcomes came by one at most (McDiarmid 1989). The odd ones are rarer."""
    draws, n = np.asarray(got), len(prob)
    if draws.shape != (size,) or draws.dtype.kind not in "iu" or draws.min() < 0 or draws.max() >= n:
        return f"expected {size:,} outcomes from 0 to {n - 1:,}"
    counts, shares = np.bincount(draws, minlength=n), np.array([0.75, 0.25])
    came, wanted = np.count_nonzero(counts), n - n / 2 * ((1 - 2 * shares / n) ** size).sum()
    if abs(came - wanted) > (size * log(2 / 1e-10) / 2) ** 0.5:
        return f"{size:,} draws were {came:,} different ones of {n:,} outcomes; about {wanted:,.0f} are expected"
    if why := checks.biased([counts[::2].sum(), counts[1::2].sum()], shares.tolist()):
        return f"of even and odd outcomes, {why}"
    return None


MANY = 60_000
"""Outcomes, more than 16 bits tell apart."""


def seeded(seed=0):
    return checks.generator(seed)


CHECKS = [
    checks.example(
        "Weights 1 and 3",
        checks.call("build_alias", [1, 3]),
        np.array([0.25, 0.75]),
        same=shares,
    ),
    checks.property(
        "The table draws every outcome with its share",
        "build_alias",
        [
            ([5],),
            ([1, 1],),
            ([2, 1],),
            ([5, 2, 3],),
            ([1, 1, 1, 5],),
            ([8, 1, 1, 1, 1],),
            (np.array([0.1] * 10),),
            (np.arange(1, 12),),
        ],
        holds=draws_what_it_should,
    ),
    checks.oracle(
        "Random weights, with and without zeros",
        "build_alias",
        random_weights,
        [(1, 0), (2, 0), (2, 1), (3, 1), (7, 2), (40, 0), (300, 100), (3_000, 500)],
        expected=normalized,
        same=shares,
    ),
    checks.property(
        "An outcome of weight 0 is never drawn",
        "build_alias",
        [([0, 1],), ([3, 0, 0],), ([0.1, 0, 0.2, 0, 0.7],), ([0.0] * 99 + [1e-5],), ([0, 0.3, 0.3, 0, 0.3] * 40,)],
        holds=draws_what_it_should,
    ),
    checks.stability(
        "One giant among dwarfs, and weights around 1e-100 or 1e100",
        "build_alias",
        [
            ([1e-8] * 50 + [1.0],),
            ([1.0] + [1e-8] * 50,),
            (np.array([1e-100, 3e-100]),),
            (np.array([2e99, 5e99, 1e99]),),
            (np.array([2**40, 2**33, 3]),),
            (np.array([2**62, 2**61, 2**62, 7]),),
            ([1e-100, 1.0, 1e100],),
            ([1 / 3] * 3 + [1 / 7] * 7,),
            ([0.5, 1 + 5e-7, 1.5 - 5e-7],),
            ([0.5, 1.5 - 5e-7, 1 + 5e-7],),
        ],
        holds=draws_what_it_should,
    ),
    checks.statistics(
        "Draws follow the table that is given",
        "draw_alias",
        [(np.array([0.0, 0.25, 0.5, 1, 0.9, 0.2, 1.0, 0.6]), [3, 2, 3, 0, 4, 1, 6, 0], 100, seeded(3))],
        draws=190,
        holds=as_the_table_says,
        detects=0.05,
    ),
    checks.property(
        "Draws are independent of each other",
        "draw_alias",
        [([0.5, 1.0], [1, 1], 20_000, seeded(4))],
        holds=unrelated,
    ),
    checks.property(
        "Outcomes that are rare come as seldom as the table says",
        "draw_alias",
        [
            ([1.0] + [1 / 3000] * 15, [0] * 16, 100_000, seeded(1)),
            (np.array([1.0] + [0.0] * 15), np.zeros(16, int), 100_000, seeded(11)),
            *(([1.0] + [1e-30] * 15, [0] * 16, 100_000, seeded(seed)) for seed in (12, 13, 14)),
            ([1 - 1 / 2000] * 15 + [0.0], [15] * 15 + [0], 100_000, seeded(15)),
            (np.full(MANY, 1 / 1000), np.zeros(MANY, int), 100_000, seeded(16)),
        ],
        holds=seldom,
    ),
    checks.property(
        "Among very many outcomes each has its chance",
        "draw_alias",
        [(np.tile([1.0, 0.5], MANY // 2), np.arange(MANY) // 2 * 2, 33_000, seeded(2))],
        holds=spread,
    ),
    checks.statistics(
        "A single draw, and each of two, follows the table as well",
        "draw_alias",
        [([0.5, 0.25, 1.0, 0.75], [2, 3, 0, 1], size, seeded(20 + size)) for size in (1, 2)],
        draws=400,
        holds=few_at_a_time,
        detects=0.5,
    ),
    checks.property(
        "One outcome is always drawn, and no draws are none",
        "draw_alias",
        [([1.0], [0], 3, seeded()), ([1], [0], 1, seeded()), ([0.5, 1.0], [1, 1], 0, seeded())],
        holds=lambda got, _prob, _alias, size, _rng: None if list(got) == [0] * size else f"expected {size} times 0",
        empty=True,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "draw_alias",
        [([0.5, 0.25, 1.0], [2, 2, 2], 100, seeded(6))],
    ),
    checks.stateless(
        "No call leaves anything behind for the next",
        "build_alias",
        some_weights,
        [3, 1_200],
        expected=normalized,
        same=shares,
    ),
    checks.error(
        "A negative or NaN weight, or none that is positive, raises ValueError",
        [
            checks.call("build_alias", bad)
            for bad in ([2, -1], [-1, 2, 2], [1, float("nan"), 1], [0, 0], [0.0], [-1.0], [float("nan")], [1, -1e-100])
        ]
        + [checks.call("build_alias", [1.0] * 1_500 + [bad]) for bad in (-1.0, float("nan"))],
    ),
    checks.unchanged(
        "The weights and the table are left as they were",
        "build_alias",
        [
            checks.call("build_alias", np.array([2.0, 0.5, 0.75, 3.5])),
            checks.call("build_alias", [4, 1, 1]),
            checks.call("build_alias", np.array([3.0])),
            checks.call("draw_alias", np.array([1.0]), np.array([0]), 10, rng=seeded(5)),
            checks.call("draw_alias", np.array([0.5, 1.0, 0.25]), np.array([1, 1, 0]), 10, rng=seeded(5)),
        ],
    ),
    checks.growth(
        "Building takes time in proportion to the number of outcomes",
        "build_alias",
        some_weights,
        [1_000, 40_000],
        factor=30,
        holds=draws_what_it_should,
    ),
]
