from fractions import Fraction

import numpy as np

from sharpen import checks


def gini(labels):
    counts = np.unique(labels, return_counts=True)[1].tolist()
    return 1 - sum(Fraction(count, len(labels)) ** 2 for count in counts)


def gain_of(X, y, feature, threshold):
    """The exact gain of one split, straight from the definition."""
    goes_left = X[:, feature] <= threshold
    sides = y[goes_left], y[~goes_left]
    return gini(y) - sum(Fraction(len(side), len(y)) * gini(side) for side in sides)


def all_best(X, y):
    """Every split with the largest gain, in exact arithmetic; [None] when there is none."""
    splits = []
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            splits.append((feature, float(threshold), gain_of(X, y, feature, threshold)))
    best = max((gain for *_, gain in splits), default=None)
    return [(*split, float(gain)) for *split, gain in splits if gain == best] or [None]


def scattered(rng, size):
    n, d, c = size
    return rng.normal(size=(n, d)), rng.choice([-40, -3, 0, 2, 1000][:c], size=n)


def repeated(rng, size):
    """Few distinct values in each column, some of them constant."""
    n, d, c = size
    X = rng.integers(0, 4, size=(n, d)) * rng.integers(0, 2, size=d)
    return X.astype(float), rng.choice([-40, 7, 8][:c], size=n)


def scaled(rng, size):
    n, d, factor, offset = size
    X, y = scattered(rng, (n, d, 3))
    return np.round(X * 64) * factor + offset, y


def as_promised(got, X, y):
    """The gain in the answer is the gain of the split in the answer, and the split is allowed."""
    feature, threshold, gain = got
    column = np.unique(X[:, feature])
    if not column[0] <= threshold < column[-1]:
        return f"threshold {threshold:g} leaves one side of feature {feature} empty"
    true = float(gain_of(X, y, feature, threshold))
    if not abs(gain - true) <= 1e-9:
        return f"splitting feature {feature} at {threshold:g} gains {true:.6g}, not {gain:.6g}"
    return None


def among_the_best(got, X, y):
    """Many rows, few classes: no midpoint gains more than the one in the answer, and it gains what it says."""
    feature, threshold, _gain = got
    codes = np.unique(y, return_inverse=True)[1]
    n, best, own = len(X), -np.inf, -np.inf
    for j in range(X.shape[1]):
        order = X[:, j].argsort()
        values = X[order, j]
        cuts = np.flatnonzero(values[:-1] < values[1:])
        left = np.eye(codes.max() + 1)[codes[order]].cumsum(axis=0)
        sizes, left, right = cuts + 1, left[cuts], left[-1] - left[cuts]
        purity = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (n - sizes)
        best = max(best, purity.max(initial=-np.inf))
        if j == feature:
            midpoints = (values[cuts] + values[cuts + 1]) / 2
            match = np.flatnonzero(np.isclose(midpoints, threshold, rtol=1e-9, atol=1e-12))
            own = purity[match].max(initial=-np.inf)
    if own == -np.inf:
        return f"{threshold:.12g} is not half-way between two consecutive values of feature {feature}"
    if own < best - 1e-12 * n:
        return f"another split gains {(best - own) / n:.3g} more than feature {feature} at {threshold:.6g}"
    return as_promised(got, X, y)


def nothing_to_gain(got, _X, _y):
    if got is None:
        return "there is a split, so it must be returned although it gains nothing"
    return None if abs(got[2]) < 1e-9 else f"no split lowers the impurity here, so the gain is 0, not {got[2]:g}"


EXAMPLE = np.array([[1.0, 4.0], [2.0, 1.0], [3.0, 2.0], [4.0, 3.0], [5.0, 3.0]])
LABELS = np.array([1, 0, 0, 1, 1])
XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
any_best = checks.one_of(checks.close(rtol=1e-9, atol=1e-12))

CHECKS = [
    checks.example("The example in the statement", checks.call("best_split", EXAMPLE, LABELS), (1, 2.5, 0.48)),
    checks.oracle(
        "Random rows: one of the splits that an exact search finds best",
        "best_split",
        scattered,
        [(2, 1, 2), (3, 1, 2), (5, 2, 2), (8, 3, 3), (20, 2, 4), (40, 4, 2), (60, 3, 5)],
        expected=all_best,
        same=any_best,
    ),
    checks.oracle(
        "Equal values stay on the same side",
        "best_split",
        repeated,
        [(3, 1, 2), (4, 2, 2), (6, 1, 2), (8, 2, 2), (12, 2, 3), (20, 3, 3), (40, 5, 3), (60, 2, 2)],
        expected=all_best,
        same=any_best,
    ),
    checks.oracle(
        "None when every column is constant",
        "best_split",
        [
            (np.array([[1.5]]), np.array([2])),
            (np.array([[1.5], [1.5]]), np.array([2, 3])),
            (np.full((4, 3), 7.0), np.array([1, 1, 0, 0])),
            (np.array([[1.5, 1.0], [1.5, 2.0]]), np.array([2, 3])),
        ],
    ),
    checks.property(
        "A split that gains nothing is still a split",
        "best_split",
        [(np.array([[0.0], [1.0]]), np.array([5, 5])), (XOR, np.array([0, 1, 1, 0])), (XOR, np.array([3, 3, 3, 3]))],
        holds=nothing_to_gain,
    ),
    checks.property(
        "The gain is that of the split",
        "best_split",
        scattered,
        [(3, 2, 2), (30, 3, 3), (100, 4, 5)],
        holds=as_promised,
    ),
    checks.stability(
        "Columns that are tiny, huge, or far from zero",
        "best_split",
        scaled,
        [(6, 2, 1e-9, 0.0), (12, 2, 1e6, 0.0), (12, 2, 0.25, 2.0**27), (30, 3, 0.25, -(2.0**27))],
        expected=all_best,
        same=checks.one_of(checks.close(rtol=1e-12, atol=1e-12)),
    ),
    checks.unchanged("The inputs are not modified", "best_split", scattered, [(12, 3, 2)]),
    checks.growth(
        "10,000 rows: one sweep for all thresholds of a feature",
        "best_split",
        scattered,
        [(10_000, 2, 3)],
        factor=200,
        holds=among_the_best,
    ),
]
