import math

import numpy as np

from sharpen import checks

INF = math.inf
NEAR = 1e-8


def ranked(logits, temperature):
    """Indices from the most likely on, and their weights relative to the first."""
    z = [float(value) for value in logits]
    order = sorted(range(len(z)), key=lambda i: (-z[i], i))
    return order, [math.exp((z[i] - z[order[0]]) / temperature) for i in order]


def step_by_step(logits, temperature=1.0, top_k=None, top_p=1.0, min_p=0.0):
    if temperature == 0:
        order, kept = ranked(logits, 1.0)[0], [1.0]
    else:
        order, weights = ranked(logits, temperature)
        kept = weights[: top_k or len(weights)]
        if top_p < 1:
            total, so_far, short = math.fsum(kept), 0.0, []
            for weight in kept:
                short.append(weight)
                so_far += weight
                if so_far >= top_p * total:
                    break
            kept = short
        kept = [weight for weight in kept if weight >= min_p]
    out = np.zeros(len(logits))
    out[order[: len(kept)]] = np.array(kept) / math.fsum(kept)
    return out


def near(logits, temperature=1.0, top_k=None, top_p=1.0, min_p=0.0):
    """Whether rounding might decide a cut."""
    weights = np.array(ranked(logits, temperature or 1.0)[1])
    kept = weights[: top_k or len(weights)]
    sums, ratios = np.cumsum(kept) / kept.sum(), np.abs(weights - min_p)
    return (top_p < 1 and np.abs(sums - top_p).min() < NEAR) or (
        min_p > 0 and bool(np.any((ratios < NEAR) & (weights < 1)))
    )


def settings(rng, logits, which):
    """Parameters of which only those named are used, and no cut is decided by rounding."""
    while True:
        temperature = float(rng.choice([0.3, 0.7, 1.3, 2.0])) if "t" in which else 1.0
        top_k = int(rng.integers(1, len(logits) + 3)) if "k" in which else None
        top_p = float(rng.uniform(0.05, 0.999)) if "p" in which else 1.0
        min_p = float(rng.choice([0.01, 0.05, 0.2, 0.6, 0.95])) if "m" in which else 0.0
        if not near(logits, temperature, top_k, top_p, min_p):
            return temperature, top_k, top_p, min_p


def drawn(rng, size):
    n, which = size
    logits = rng.normal(0, 2, n)
    return logits, *settings(rng, logits, which)


def with_ties(rng, size):
    n, which = size
    logits = rng.integers(-2, 3, n)
    if rng.random() < 0.4:
        logits = np.where(rng.random(n) < 0.3, -INF, logits)
        logits[rng.integers(n)] = 1.0
    return logits, *settings(rng, logits, which)


SMALL = [
    (logits, *rest)
    for logits in checks.lists([0, 1, 3], 4, 1)
    for rest in [
        (1.0, 2, 0.43, 0.0),
        (0.7, None, 0.81, 0.0),
        (2.0, 3, 1.0, 0.3),
        (0.0, 1, 1.0, 0.0),
        (1.0, None, 1.0, 1.0),
    ]
    if not near(logits, *rest)
]


def adds_up(got, logits, temperature, top_k, top_p, min_p):
    p = np.asarray(got, float)
    if p.shape != (len(logits),):
        return f"expected {len(logits)} probabilities, got shape {p.shape}"
    if (p < 0).any() or abs(p.sum() - 1) > 1e-6:
        return f"the probabilities must not be negative and sum to one; they sum to {p.sum():.9g}"
    kept = np.count_nonzero(p)
    if top_k is not None and kept > top_k:
        return f"{kept} tokens have a probability; top_k = {top_k} allows no more"
    least = p[p > 0].min() / p.max()
    if least < min_p * (1 - 1e-6):
        return f"a token is kept that has {least:.6g} of the largest probability; min_p is {min_p}"
    return None


def order_and_shift(ask, logits, *rest):
    before = np.asarray(ask(logits, *rest), float)
    if not np.allclose(ask(np.asarray(logits) + 64.0, *rest), before, rtol=1e-6, atol=1e-9):
        return "adding 64 to every logit changes the probabilities"
    turned = np.asarray(ask(np.asarray(logits)[::-1].copy(), *rest), float)
    if not np.allclose(turned[::-1], before, rtol=1e-6, atol=1e-9):
        return "reversing the vocabulary gives other tokens other probabilities"
    return None


def large(rng, size):
    """Most of a vocabulary is a flat tail."""
    logits = rng.normal(0, 1, size)
    logits[rng.integers(size, size=8)] += 8
    return logits, *settings(rng, logits, "tpm"[: 1 + int(rng.integers(3))])


def to_compare(rng, size):
    n, keep = size
    logits = rng.permutation(np.linspace(-3, 3, n))
    return logits, 1.0, keep, 1.0, 0.0


FOUR = np.log([0.2, 0.4, 0.1, 0.3])
EXAMPLE = np.log([0.5, 0.1, 0.4])
GOOD = np.array([1.0, 2.0])
BAD = [(-0.1,), (-1.0, 1), (1.0, 0), (1.0, -3), (1.0, None, 0.0), (1.0, None, 1.01), (1.0, None, -0.2)]
BAD += [
    (1.0, None, 1.0, -0.01),
    (1.0, None, 1.0, 1.5),
    (0.0, 0),
    (0.0, None, 2.0),
    (0.0, 1, 1.0, 2.0),
    (0.0, None, 0.0),
]

CHECKS = [
    checks.example(
        "The nucleus of the example",
        checks.call("token_probabilities", EXAMPLE, top_p=0.8),
        np.array([5 / 9, 0, 4 / 9]),
    ),
    checks.example(
        "All parameters of the example",
        checks.call("token_probabilities", EXAMPLE, temperature=0.5, top_k=2, min_p=0.7),
        np.array([1.0, 0.0, 0.0]),
    ),
    checks.oracle(
        "Temperature alone is a softmax",
        "token_probabilities",
        drawn,
        [(1, "t"), (2, "t"), (5, "t"), (40, "t")],
        expected=step_by_step,
    ),
    checks.oracle(
        "Temperature 0 is the first of the largest",
        "token_probabilities",
        [
            ([3, 3, 1], 0.0),
            ([-INF, 0.0, 2.0, 2.0], 0.0, 1),
            (np.array([1.0, 5.0, 5.0]), 0.0, 3, 0.1, 1.0),
            ([0.0], 0.0),
            ([-1e4, -9999.999, -1e4], 0.0, None, 0.5),
        ],
        expected=step_by_step,
    ),
    checks.oracle(
        "Top-k keeps k, of equal logits the first",
        "token_probabilities",
        with_ties,
        [(1, "k"), (3, "k"), (6, "k"), (9, "tk"), (30, "k")],
        expected=step_by_step,
    ),
    checks.oracle(
        "Top-p keeps the token that reaches p",
        "token_probabilities",
        drawn,
        [(1, "p"), (2, "p"), (4, "p"), (8, "tp"), (30, "p"), (120, "p")],
        expected=step_by_step,
    ),
    checks.oracle(
        "Min-p is a share of the largest probability",
        "token_probabilities",
        with_ties,
        [(1, "m"), (4, "m"), (9, "tm"), (60, "m")],
        expected=step_by_step,
    ),
    checks.exhaustive(
        "All logits 0, 1 and 3 of up to four tokens, in five settings",
        "token_probabilities",
        SMALL,
        expected=step_by_step,
        same=checks.close(),
    ),
    checks.oracle(
        "Each step sees what the one before has left",
        "token_probabilities",
        [
            (FOUR, 1.0, 3, 0.75),
            (FOUR, 1.0, 2, 0.45),
            (FOUR, 2.0, None, 0.35),
            (FOUR, 0.5, None, 0.7),
            (FOUR, 2.0, None, 1.0, 0.6),
            (FOUR, 1.0, 3, 0.8, 0.6),
            (FOUR, 3.0, 3, 0.6, 0.95),
        ],
        expected=step_by_step,
    ),
    checks.oracle(
        "Temperature first, then top-k, top-p, min-p",
        "token_probabilities",
        drawn,
        [(3, "tkpm"), (6, "tkp"), (9, "kpm"), (15, "tkpm"), (20, "tp"), (60, "tkpm"), (300, "tkpm")],
        expected=step_by_step,
    ),
    checks.property(
        "What is kept sums to one and obeys each limit",
        "token_probabilities",
        drawn,
        [(2, "k"), (7, "km"), (25, "tkpm"), (1500, "tkpm")],
        holds=adds_up,
    ),
    checks.relation(
        "Neither a shift of all logits nor the order of the vocabulary matters",
        "token_probabilities",
        drawn,
        [(2, "k"), (6, "tp"), (20, "tkpm")],
        holds=order_and_shift,
    ),
    checks.stability(
        "Large logits, low temperatures and forbidden tokens give no NaN",
        "token_probabilities",
        [
            ([1e4, 1e4, -1e4], 1.0),
            ([1e4, 9999.0, 0.0], 1.0, 2, 0.9),
            (np.array([-1e4, -9999.0, -1e4]), 1.0),
            ([-INF, 2.0, -INF], 1.0, 3),
            ([-INF, 2.0, 1.0, -INF], 0.5, None, 0.9, 0.1),
            ([0.0, 1.0, 0.9995], 1e-3),
            ([1e4, -1e4, 1e4 - 1], 1e-3, None, 0.5),
            ([1.0, 2.0, -INF], 100.0, None, 1.0, 1.0),
            ([800, 790, 0], 1.0, 60_000),
            (np.array([9999.1234567, 9999.7654321, 9998.5]), 1.0),
            (np.array([300, 299, 298, 0]), 1.0),
            (np.array([130, 127, 126]), 1.0),
            (np.array([750, 751, -9000]), 1.0, None, 0.5),
        ],
        expected=step_by_step,
    ),
    checks.stability(
        "top_p = 1 keeps the rarest token",
        "token_probabilities",
        [
            ([0.0, -18.0, -18.5, 0.1, -19.0],),
            ([-40.0, 0.0, 0.2, -41.0],),
            ([30.0, 10.0, -2.0, 9.0],),
            ([0.0] * 7 + [-17.0, -18.0, -20.0],),
        ],
        holds=lambda got, logits: (
            "with top_p = 1 a token is cut off" if len(got) != len(logits) or min(got) <= 0 else None
        ),
    ),
    checks.oracle(
        "A nucleus of a thousandth, and nearly all",
        "token_probabilities",
        [
            ([0.0, 0.5, 0.2], 1.0, None, 1e-3),
            ([0.0, -2.0, -9.0, -16.0], 1.0, None, 0.9999),
            (np.zeros(1500), 1.0, None, 0.0123456),
        ],
        expected=step_by_step,
    ),
    checks.stateless("No call leaves anything behind", "token_probabilities", drawn, [(6, "tp"), (1500, "")]),
    checks.error(
        "A parameter out of its range raises ValueError",
        [checks.call("token_probabilities", GOOD, *bad) for bad in BAD],
    ),
    checks.unchanged(
        "The logits are left as they were",
        "token_probabilities",
        [
            (np.array([3.0, 1.0, 2.0]), 0.5, 2, 0.9, 0.1),
            (np.array([3.0]), 0.5),
            (np.array([1.0, 4.0]), 0.0),
            ([3.0, 1.0, 2.0], 2.0, 1),
        ],
    ),
    checks.growth(
        "A vocabulary is sorted, not compared pair by pair",
        "token_probabilities",
        to_compare,
        [(50_000, 30_000)],
        factor=25,
    ),
    checks.oracle("A large vocabulary", "token_probabilities", large, [2_000, 6_000], drawn=False),
]
