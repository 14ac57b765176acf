import numpy as np

from sharpen import checks

CLASSES = [7, -7, 0, 7 + 2**16, 7 + 2**32, 10**12, 10**12 - 1, -(10**12), *range(100, 192)]
"""Labels that are alike in size, or in their last 16 or 32 bits, or in seven digits."""


def splits(X, y):
    """Of every split, by rows and features: the values on both sides, and the gain; -1 where there is no split."""
    order = X.argsort(axis=0)
    values = X[order, np.arange(X.shape[1])]
    classes, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    left = np.eye(len(classes))[codes[order]].cumsum(axis=0)
    left, right, n = left[:-1], left[-1] - left[:-1], len(y)
    sizes = np.arange(1, n)[:, None]
    purity = (left**2).sum(axis=2) / sizes + (right**2).sum(axis=2) / (n - sizes)
    gains = purity / n - ((counts / n) ** 2).sum()
    return values[:-1], values[1:], np.where(values[:-1] < values[1:], gains, -1)


def a_best_one(got, X, y):
    """The answer is a split, none gains more, and it gains what it says; or None where there is no split."""
    low, high, gains = splits(X, y)
    if gains.max(initial=-1) == -1:
        return None if got is None else "every column is constant, so the answer is None"
    winner, best = np.unravel_index(gains.T.argmax(), gains.T.shape)
    most = gains[best, winner]
    told = f"feature {winner} at {(low[best, winner] + high[best, winner]) / 2:.6g} gains {most:.6g}"
    if got is None:
        return f"there is a split, so the answer is not None: {told}"
    feature, threshold, gain = got
    if feature not in range(X.shape[1]):
        return f"there is no feature {feature}"
    low, high, own = (part[:, int(feature)] for part in (low, high, gains))
    match = np.flatnonzero((abs((low + high) / 2 - threshold) <= 1e-6 * (high - low)) & (own > -1))
    if not match.size:
        return f"{threshold:.12g} is not half-way between two consecutive values of feature {feature}"
    true = own[match[0]]
    mine = f"feature {feature} at {threshold:.6g} gains"
    if true < most - 1e-12:
        return f"{mine} {true:.6g}, but {told}, which is {most - true:.3g} more"
    return None if abs(gain - true) <= 1e-9 else f"{mine} {true:.10g}, not {gain:.10g}"


def scattered(rng, size):
    """Unrelated numbers and classes; of very many columns, the last one tells the first class from the others."""
    n, d, c = size
    X, y = rng.normal(size=(n, d)), rng.choice(CLASSES[:c], size=n)
    if d > 100:
        X[:, -1] = np.abs(X[:, -1]) * np.where(y == CLASSES[0], 1, -1)
    return X, y


def repeated(rng, size):
    """Few distinct values in each column, some of them constant."""
    n, d, c = size
    X = rng.integers(0, 4, size=(n, d)) * rng.integers(0, 2, size=d)
    return X.astype(float), rng.choice(CLASSES[:c], size=n)


def scaled(rng, size):
    n, d, factor, offset = size
    X, y = scattered(rng, (n, d, 3))
    return np.round(X * 64) * factor + offset, y


def nearly_alike(rng, _size):
    """Three columns of zeros and ones: the middle one gains 4e-11 more than those beside it."""
    y = np.repeat([0, 1], [600, 400])
    X = np.zeros((1000, 3))
    for feature, (zeros, ones) in enumerate([(169, 20), (221, 43), (169, 20)]):
        X[rng.choice(600, zeros, replace=False), feature] = 1
        X[600 + rng.choice(400, ones, replace=False), feature] = 1
    return X, y


def separated(rng, size):
    """One question separates the classes, so that there is one best split."""
    X = rng.normal(size=size)
    return X, np.where(X[:, -1] > 0, 7, -7)


EXAMPLE = np.array([[1.0, 4.0], [2.0, 1.0], [3.0, 2.0], [4.0, 3.0], [5.0, 3.0]])
LABELS = np.array([1, 0, 0, 1, 1])
XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

CHECKS = [
    checks.example("The example in the statement", checks.call("best_split", EXAMPLE, LABELS), (1, 2.5, 0.48)),
    checks.property(
        "Random rows: no split gains more, and it gains what is said",
        "best_split",
        scattered,
        [(2, 1, 2), (3, 1, 2), (3, 2, 2), (5, 2, 2), (8, 3, 3), (20, 2, 4), (40, 4, 8), (20, 200, 3), (150, 2, 100)],
        holds=a_best_one,
        empty=True,
    ),
    checks.property(
        "Equal values stay on the same side",
        "best_split",
        repeated,
        [(3, 1, 2), (4, 2, 2), (6, 1, 2), (8, 2, 2), (12, 2, 3), (20, 3, 3), (40, 5, 3), (60, 2, 2)],
        holds=a_best_one,
        empty=True,
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
        holds=a_best_one,
        empty=True,
    ),
    checks.property(
        "Gains that are nearly alike are not taken for equal",
        "best_split",
        nearly_alike,
        [None],
        holds=a_best_one,
        empty=True,
    ),
    checks.stability(
        "Columns that are tiny, huge, or far from zero",
        "best_split",
        scaled,
        [
            (20, 2, 1e-12, 0.0),
            (20, 2, 1e-16, 2e-12),
            (12, 2, 1e6, 0.0),
            (12, 2, 0.25, 2.0**27),
            (30, 3, 0.25, -(2.0**27)),
            (30, 3, 1, 1e9 - 999),
        ],
        holds=a_best_one,
        empty=True,
    ),
    checks.unchanged("The inputs are not modified", "best_split", scattered, [(12, 3, 2), (12, 1, 2)]),
    checks.stateless("Each call stands alone", "best_split", separated, [(1100, 2)]),
    checks.growth(
        "20,000 rows: one sweep for all thresholds of a feature",
        "best_split",
        scattered,
        [(20_000, 1, 2)],
        factor=200,
        holds=a_best_one,
    ),
]
