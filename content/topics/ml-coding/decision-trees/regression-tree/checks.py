import numpy as np

from sharpen import checks


def splits(X, y, least):
    """Of every split, by rows and features: the values on both sides, and how far the error falls; -1 for no split."""
    order = X.argsort(axis=0)
    values, n = X[order, np.arange(X.shape[1])], len(X)
    sizes = np.arange(1, n)[:, None]
    # From the first target, then from the mean: what is left is exact to the last digits of the targets' differences.
    centered = y - y[0]
    sums = (centered - centered.mean())[order].cumsum(axis=0)[:-1]
    allowed = (values[:-1] < values[1:]) & (np.minimum(sizes, n - sizes) >= least)
    return values[:-1], values[1:], np.where(allowed, sums**2 * n / (sizes * (n - sizes)), -1)


def faults(tree, X, y, depth, least, place="the root"):
    """What is wrong with a tree grown from these rows with this much depth left, or None."""
    if not isinstance(tree, dict) or set(tree) not in ({"value"}, {"feature", "threshold", "left", "right"}):
        return f"{place} is neither a leaf nor a split of the documented form"
    about = f"{place if len(place) < 60 else place[:20] + '...' + place[-20:]} ({len(y)} rows)"
    equal = y.min() == y.max()
    every = [X[:0]] * 3 if equal or depth == 0 else splits(X, y, least)
    must_be_leaf = every[2].max(initial=-1) == -1
    if "value" in tree:
        if not must_be_leaf:
            return f"{about} is a leaf, though its targets differ, it may be split and is above max_depth"
        mean = y[0] + (y - y[0]).mean()
        if abs(tree["value"] - mean) <= 1e-12 * np.abs(y).max():
            return None
        return f"{about} must have the value {mean:.14g}, the mean of its targets, not {tree['value']:.14g}"
    if must_be_leaf:
        why = "its targets are equal" if equal else "max_depth is reached" if depth == 0 else "no split is allowed"
        return f"{about} must be a leaf: {why}"
    wrong, left = choice(tree["feature"], tree["threshold"], X, y, every, least)
    if wrong:
        return f"{about}: {wrong}"
    side = f"{place}." if place != "the root" else ""
    return faults(tree["left"], X[left], y[left], depth - 1, least, f"{side}left") or faults(
        tree["right"], X[~left], y[~left], depth - 1, least, f"{side}right"
    )


def choice(feature, threshold, X, y, every, least):
    """What is wrong with the question that is asked of these rows, if anything, and which of them go left."""
    if feature not in range(X.shape[1]):
        return f"there is no feature {feature}", None
    low, high, own = (part[:, int(feature)] for part in every)
    match = np.flatnonzero((abs((low + high) / 2 - threshold) <= 1e-6 * (high - low)) & (own > -1))
    if not match.size:
        asked = f"feature {feature} at {threshold:.12g}"
        return f"{asked} is not half-way between two consecutive values, with at least {least} rows on each side", None
    own, left = own[match[0]], X[:, int(feature)] <= low[match[0]]
    low, high, falls = every
    winner, best = np.unravel_index(falls.T.argmax(), falls.T.shape)
    most = falls[best, winner]
    if own >= most - 1e-13 * len(y) * np.abs(y).max() * np.ptp(y):
        return None, left
    told = f"feature {winner} at {(low[best, winner] + high[best, winner]) / 2:.6g} by {most:.6g}"
    more = f"which is {most - own:.3g} more"
    return f"feature {feature} at {threshold:.6g} lowers the error by {own:.6g}, but {told}, {more}", left


def wavy(rng, size):
    """A wave along the last feature, and noise."""
    n, d, max_depth, least = size
    X = rng.normal(size=(n, d))
    return X, 5 * np.sin(2 * X[:, -1]) + rng.normal(size=n), max_depth, least


def repeated(rng, size):
    """Few distinct values: equal rows that disagree, equal targets (whose mean is rounded), constant columns."""
    n, d, max_depth, least = size
    if n == 3:
        return np.arange(3.0)[:, None], np.full(3, 0.1), max_depth, least
    X = rng.integers(0, 4, size=(n, d)) * rng.integers(0, 2, size=d)
    return X.astype(float), rng.integers(0, 3, size=n) * 0.1 * (X[:, -1] < 2), max_depth, least


def far_targets(rng, size):
    """Targets a few units apart, in two groups at two places."""
    n, d, one, other = size
    X, y, *_ = wavy(rng, (n, d, 0, 0))
    return X, np.round(y * 4) / 4 + np.where(X[:, 0] > 0, one, other), 100, 2


def scaled(rng, size):
    n, d, factor, offset = size
    X, y, *_ = wavy(rng, (n, d, 0, 0))
    return np.round(X * 64) * factor + offset, np.round(y * 8) / 8 * 1e-11, 100, 1


def nearly_alike(rng, _size):
    """Three columns of zeros and ones: with the middle one the error falls by 6e-9 more than with those beside it."""
    y = np.round(rng.normal(size=40), 2) + np.repeat([-2, 2], 20)
    y[0], y[20] = -1, -1 + 2e-9
    X = np.repeat([0.0, 1.0], 20)[:, None] * np.ones(3)
    X[0, ::2], X[20, ::2] = 1, 0
    return X, y, 1, 1


def alternating(_rng, n):
    """One feature along which two targets alternate: every split takes one row off an end."""
    return np.arange(float(n))[:, None], np.arange(n) % 2.0, 100, 1


def one_feature(rng, size):
    """Different values of one feature: every node has one best split."""
    n, max_depth, least = size
    return rng.permutation(2 * n)[:n, None] / 4, rng.normal(size=n), max_depth, least


def scikit_learn(X, y, max_depth, min_samples_leaf):
    """The tree that scikit-learn grows, in the documented form."""
    from sklearn.tree import DecisionTreeRegressor

    model = DecisionTreeRegressor(max_depth=max_depth, min_samples_leaf=min_samples_leaf, random_state=0)
    grown = model.fit(X, y).tree_

    def of(node):
        if grown.children_left[node] < 0:
            return {"value": float(grown.value[node].item())}
        sides = {"left": of(grown.children_left[node]), "right": of(grown.children_right[node])}
        return {"feature": int(grown.feature[node]), "threshold": float(grown.threshold[node]), **sides}

    return of(0)


def split(feature, threshold, left, right):
    return {"feature": feature, "threshold": threshold, "left": left, "right": right}


def chain_of(depth):
    """The deepest tree: a question at every level, each about a larger number."""
    tree = {"value": -1.0}
    for level in reversed(range(depth)):
        tree = split(level % 2, level * 0.1, {"value": level / 3}, tree)
    return tree


LEAF = {"value": -7.25}
STUMP = split(1, 0.0, {"value": 3.5}, {"value": -0.1})
FAR = split(0, 2.0**27 + 0.5, {"value": 1e9}, {"value": 1e9 - 0.1})
DEEP = split(0, 2.0, split(1, -1.0, {"value": 5.0}, split(0, 1.0, {"value": 0.0}, {"value": 1e-12})), FAR)
WIDE = split(199, -3.25, {"value": 0.1}, split(150, 0.1, {"value": 0.2}, {"value": 0.3}))


def questions(tree):
    """The features and thresholds of a tree."""
    if "value" in tree:
        return []
    return [(tree["feature"], tree["threshold"]), *questions(tree["left"]), *questions(tree["right"])]


def rows_for(rng, size):
    """Rows on the thresholds of a tree, close to them, and anywhere."""
    tree, m = size
    asked = questions(tree)
    X = rng.normal(size=(m, max((feature + 1 for feature, _ in asked), default=2))) * 3
    for feature in {feature for feature, _ in asked}:
        on = [threshold for about, threshold in asked if about == feature]
        beside = [t + sign * max(abs(t) * 1e-9, 1e-12) for t in on for sign in (-1, 1)]
        X[:, feature] = np.where(rng.random(m) < 0.8, rng.choice([*on, *beside], m), X[:, feature])
    return checks.call("predict", tree, X)


def followed(tree, X):
    def value(tree, x):
        while "value" not in tree:
            tree = tree["left"] if x[tree["feature"]] <= tree["threshold"] else tree["right"]
        return tree["value"]

    return np.array([value(tree, x) for x in X.tolist()], dtype=float)


def separated_or_asked(rng, size):
    """Rows that one question separates, so that one tree is right; or rows for a given tree."""
    if isinstance(size[0], dict):
        return rows_for(rng, size)
    X = rng.normal(size=size)
    return X, np.where(X[:, -1] > 0, 7.5, -7.5), 3, 1


def keeps_the_mean(ask, X, y, max_depth, min_samples_leaf):
    """Leaves predict means, so the predictions of the training rows have the mean of the targets."""
    tree = ask(X, y, max_depth, min_samples_leaf)
    got = np.asarray(ask(checks.call("predict", tree, X)), dtype=float)
    if got.shape != y.shape:
        return f"expected a prediction for each of {len(y)} rows, got shape {got.shape}"
    if abs(got.mean() - y.mean()) < 1e-9 * (1 + abs(y).max()):
        return None
    return f"the predictions of the training rows have the mean {got.mean():.6g}, their targets {y.mean():.6g}"


EXAMPLE = np.array([[1.0], [2.0], [3.0], [4.0]])
TARGETS = np.array([1.0, 1.0, 2.0, 8.0])
XOR = np.array([[0.0, 0.0], [0.0, 4.0], [1.0, 0.0], [1.0, 4.0]])
BITS = np.array([[i >> j & 1 for j in range(3)] for i in range(8)], float)
ODD = np.where(BITS.sum(axis=1) % 2, 3.0, 1.0)
"""The error is not lowered until the third question."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("grow_regression_tree", EXAMPLE, TARGETS, max_depth=3, min_samples_leaf=2),
        split(0, 2.5, {"value": 1.0}, {"value": 5.0}),
    ),
    checks.oracle(
        "predict follows the questions, and a value on the threshold goes left",
        "predict",
        rows_for,
        [(LEAF, 1), (STUMP, 1), (STUMP, 6), (DEEP, 30), (WIDE, 9), (chain_of(100), 99), (DEEP, 0), (DEEP, 20_000)],
        expected=followed,
        same=checks.exactly(),
    ),
    checks.oracle(
        "One feature: scikit-learn's tree",
        "grow_regression_tree",
        one_feature,
        [(1, 3, 1), (2, 1, 1), (3, 2, 1), (5, 1, 2), (8, 9, 1), (20, 3, 1), (20, 9, 4), (60, 50, 3)],
        expected=scikit_learn,
        drawn=checks.reference,
    ),
    checks.property(
        "Every split is a best one and every leaf is due: several features",
        "grow_regression_tree",
        wavy,
        [(2, 2, 0, 1), (4, 2, 1, 1), (12, 2, 2, 1), (40, 3, 3, 1), (20, 200, 1, 1), (100, 4, 50, 2)],
        holds=faults,
    ),
    checks.property(
        "Each side of a split has enough rows, and the best such split is taken",
        "grow_regression_tree",
        wavy,
        [
            *[(3, 1, 4, 2), (4, 1, 4, 2), (5, 1, 4, 2), (6, 2, 4, 3), (20, 2, 9, 4), (40, 3, 9, 11), (60, 2, 9, 30)],
            *[(9, 2, 9, 120_000), (300, 1, 2, 120)],
        ],
        holds=faults,
    ),
    checks.property(
        "Equal values, equal targets, constant columns",
        "grow_regression_tree",
        repeated,
        [(2, 1, 4, 1), (3, 1, 4, 1), (6, 2, 4, 2), (12, 3, 1, 1), (30, 3, 20, 1), (30, 2, 20, 2), (80, 4, 20, 3)],
        holds=faults,
    ),
    checks.property(
        "A split that lowers the error by nothing is still made",
        "grow_regression_tree",
        [
            *[(XOR, np.array([1.0, 3.0, 3.0, 1.0]), depth, 1) for depth in (1, 2)],
            (BITS, ODD, 3, 1),
            (np.repeat(BITS, 15, axis=0), np.repeat(ODD, 15), 3, 2),
        ],
        holds=faults,
    ),
    checks.property(
        "Errors that are nearly alike are not taken for equal",
        "grow_regression_tree",
        nearly_alike,
        [None],
        holds=faults,
    ),
    checks.property(
        "A tree may be many questions deep", "grow_regression_tree", alternating, [101], holds=faults, drawn=False
    ),
    checks.relation(
        "The predictions of the training rows have the mean of the targets",
        "grow_regression_tree",
        wavy,
        [(3, 1, 2, 1), (50, 2, 4, 3)],
        holds=keeps_the_mean,
    ),
    checks.stability(
        "Targets a few units apart and far from zero, or in groups far apart",
        "grow_regression_tree",
        far_targets,
        [
            *[(4, 1, 2.0**27, 2.0**27), (12, 2, 2.0**27, 2.0**27), (60, 3, -(2.0**27), -(2.0**27))],
            *[(30, 2, 0.0, 1e9 - 100), (30, 2, 100.0, -(1e9) + 100)],
        ],
        holds=faults,
    ),
    checks.stability(
        "Columns that are tiny, huge, or far from zero, and tiny targets",
        "grow_regression_tree",
        scaled,
        [
            (20, 2, 1e-12, 0.0),
            (20, 2, 1e-16, 2e-12),
            (20, 2, 1e6, 0.0),
            (20, 2, 0.25, 2.0**27),
            (20, 3, 0.25, -(2.0**27)),
            (20, 2, 1, 1e9 - 999),
        ],
        holds=faults,
    ),
    checks.unchanged(
        "The inputs are not modified",
        "grow_regression_tree",
        separated_or_asked,
        [(12, 3), (1, 3), (12, 1), (STUMP, 5), (STUMP, 1), (FAR, 5)],
    ),
    checks.stateless(
        "Each call stands alone",
        "grow_regression_tree",
        separated_or_asked,
        [(1100, 2), (20, 2), (DEEP, 1100), *[(DEEP, 20)] * 3],
    ),
    checks.growth(
        "75,000 rows: one sweep for all thresholds of a feature",
        "grow_regression_tree",
        wavy,
        [(75_000, 1, 1, 2_000)],
        factor=120,
        holds=faults,
    ),
]
