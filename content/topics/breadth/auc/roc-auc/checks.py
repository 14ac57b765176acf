import itertools

import numpy as np

from sharpen import checks

near = checks.close(0, 1e-9)


def both_classes(rng, n):
    return rng.permutation(np.r_[0, 1, rng.integers(0, 2, n - 2)])


def distinct(rng, n):
    """No two scores are equal, and positives are a little higher."""
    y = both_classes(rng, n)
    return y, rng.normal(size=n) + y


def tied(rng, n):
    """Quarters, so that many scores are equal."""
    y = both_classes(rng, n)
    return y, rng.integers(-3, 4, n) / 4 + y / 4


def rare(rng, n):
    """One positive in twenty, and one score in three is zero."""
    y = rng.permutation((np.arange(n) % 20 == 0).astype(int))
    return y, np.where(rng.random(n) < 1 / 3, 0, rng.integers(-n, n, n) + n // 2 * y)


def sorted_by_label(rng, n):
    """Positives come last (or first, for odd n), and half of all scores are one number."""
    y = np.sort(both_classes(rng, n))
    return y[:: -1 if n % 2 else 1].copy(), rng.choice([0.5, 0.5, 0.25, 0.75], n)


def whole_scores(rng, n):
    return both_classes(rng, n), rng.integers(-4, 5, n)


def pair_by_pair(y, scores):
    y, scores = np.asarray(y), np.asarray(scores, float)
    above, below = scores[y == 1][:, None], scores[y == 0]
    return float(((above > below).mean() + (above >= below).mean()) / 2)


def by_scikit_learn(y, scores):
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(y, scores))


def mirrored(ask, y, scores):
    one, other = float(ask(y, scores)), float(ask(y, -np.asarray(scores)))
    if abs(one + other - 1) > 1e-9:
        return f"AUC is {one:.9g}, and {other:.9g} with all scores negated; together they must be 1"
    return None


def scale_free(ask, y, scores):
    before, after = float(ask(y, scores)), float(ask(y, 1000 * np.asarray(scores) - 7))
    if abs(before - after) > 1e-9:
        return f"AUC goes from {before:.9g} to {after:.9g} by 1000 s - 7, which keeps the order of the scores s"
    return None


def order_free(ask, y, scores):
    before = float(ask(y, scores))
    for name, order in (("positives first", np.argsort(-y)), ("positives last", np.argsort(y))):
        after = float(ask(y[order], scores[order]))
        if abs(before - after) > 1e-9:
            return f"AUC goes from {before:.9g} to {after:.9g} when the same examples are given with the {name}"
    return None


def half_for_a_constant(got, _y, _scores):
    return None if abs(float(got) - 0.5) <= 1e-9 else f"all scores are equal, so it must be 0.5, not {float(got):.9g}"


def small_cases():
    """All labels with both classes and all scores out of three, for up to four examples."""
    for n in range(2, 5):
        for y in itertools.product([0, 1], repeat=n):
            if 0 < sum(y) < n:
                for scores in itertools.product([0.25, 0.5, 2.0], repeat=n):
                    yield list(y), list(scores)


def large(rng, n):
    """Half positives; scores with ties, and nearly all positives are above."""
    y = rng.permutation(np.arange(n) % 2)
    return y, np.rint(rng.normal(size=n) * n / 8) + n / 4 * y


Y0, S0 = [1, 0, 1, 0, 0, 1, 0], [0.9, 0.8, 0.8, 0.4, 0.2, 0.6, 0.1]
INF, NAN = float("inf"), float("nan")
EXTREMES = [
    ([1, 0], [0.1 + 1e-15, 0.1]),
    ([0, 1, 0], [0.1 + 1e-15, 0.1, 0.1]),
    ([1, 0, 1, 0], [1 - 1e-16, 1 - 2e-16, 1.0, 1 - 3e-16]),
    ([1, 0, 1], [1e-300, -1e-300, 0.0]),
    ([0, 1, 1, 0], [1e-300, 2e-300, 0.0, -0.0]),
    ([1, 0, 1, 0], [1e300, -1e300, -1e300, 1e300]),
    ([1, 0, 0, 1], [1e12 + 0.5, 1e12, 1e12 + 1, 1e12 + 0.5]),
    ([1, 0], [2**53, 2**53 - 1]),
    ([0, 1, 1], [-(2**53), 1 - 2**53, -(2**53)]),
    ([1, 0, 1, 0, 0], [INF, INF, -INF, -INF, 0.0]),
    ([1, 0, 1], [-INF, -1e300, 1e300]),
    ([0, 1, 0], [INF, INF, 3.0]),
    ([0, 1], [1.0, 0.0]),
    ([1, 0, 0], [3_000_000, 2_000_000, 3_000_000]),
    ([0, 1, 1, 0], [1e-9, 2e-10, 3e-10, 2e-10]),
    ([1, 0, 1], [70_000, 65_536, 0]),
    ([1, 0], [3_000_000_000, 7]),
]
SIZES = [2, 3, 8, 40, 150, 1200]

CHECKS = [
    checks.example("The example in the statement", checks.call("roc_auc", Y0, S0), 0.875, same=near),
    checks.oracle("Scores without ties, pair by pair", "roc_auc", distinct, SIZES, expected=pair_by_pair, same=near),
    checks.oracle("Scores with many ties, pair by pair", "roc_auc", tied, SIZES, expected=pair_by_pair, same=near),
    checks.oracle(
        "Ties where positives come first or last", "roc_auc", sorted_by_label, SIZES, expected=pair_by_pair, same=near
    ),
    checks.oracle(
        "Rare positives, as scikit-learn has it",
        "roc_auc",
        rare,
        [25, 200, 3000],
        expected=by_scikit_learn,
        same=near,
        drawn=checks.reference,
    ),
    checks.exhaustive(
        "All labels and scores of up to four examples",
        "roc_auc",
        list(small_cases()),
        expected=pair_by_pair,
        same=near,
    ),
    checks.oracle(
        "Labels as booleans and as floats, scores as whole numbers",
        "roc_auc",
        [
            (np.array([True, False, True, False]), np.array([3, 3, 1, -2])),
            (np.array([1.0, 0.0, 0.0]), np.array([5, 7, 5])),
            (np.array([1, 0, 1], np.uint8), np.array([0.5, 0.25, 0.125], np.float32)),
            ([True, False, False], [2, 1, 2]),
        ],
        expected=pair_by_pair,
        same=near,
    ),
    checks.oracle("Whole scores", "roc_auc", whole_scores, [5, 60], expected=pair_by_pair, same=near),
    checks.property(
        "A constant score has 0.5",
        "roc_auc",
        lambda rng, n: (np.sort(both_classes(rng, n)), np.full(n, 0.3)),
        [2, 5, 70],
        holds=half_for_a_constant,
    ),
    checks.relation("Negated scores have the rest to 1", "roc_auc", tied, [4, 30, 90], holds=mirrored),
    checks.relation("Only the order of scores matters", "roc_auc", tied, [4, 30, 90], holds=scale_free),
    checks.relation("The order of the examples does not matter", "roc_auc", tied, [6, 30, 90], holds=order_free),
    checks.stability(
        "Scores that nearly agree, huge, tiny and infinite ones",
        "roc_auc",
        [(np.array(y), np.array(scores)) for y, scores in EXTREMES],
        expected=pair_by_pair,
        same=near,
    ),
    checks.stateless("Calls before do not matter", "roc_auc", tied, [2, 40, 1500], same=near),
    checks.error(
        "A class that is missing, and NaN, raise ValueError",
        [
            checks.call("roc_auc", [], []),
            checks.call("roc_auc", [1], [0.5]),
            checks.call("roc_auc", [0, 0], [0.1, 0.2]),
            checks.call("roc_auc", [1, 1, 1], [0.1, 0.2, 0.2]),
            checks.call("roc_auc", np.zeros(40, int), np.arange(40.0)),
            checks.call("roc_auc", np.array([1, 0, 1]), np.array([0.5, NAN, 0.2])),
            checks.call("roc_auc", [1, 0], [NAN, 0.2]),
            checks.call("roc_auc", [0, 1, 0], [INF, 0.1, NAN]),
        ],
    ),
    checks.unchanged(
        "No argument is changed",
        "roc_auc",
        [
            (np.array(Y0), np.array(S0)),
            (list(Y0), list(S0)),
            (np.array([True, False, False]), np.array([3, 1, 2])),
            (np.array([1.0, 0.0]), np.array([-1.0, 2.0])),
        ],
    ),
    checks.growth("Time grows as O(n log n)", "roc_auc", large, [4_000, 200_000], factor=40, same=near),
]
