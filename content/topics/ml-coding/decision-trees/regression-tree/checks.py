import numpy as np

from sharpen import checks


def gains(X, y, feature, min_samples_leaf):
    """The thresholds of one feature and how much each lowers the squared error."""
    order = X[:, feature].argsort()
    values = X[order, feature]
    sizes = np.arange(1, len(X))
    small = np.minimum(sizes, len(X) - sizes) < min_samples_leaf
    cuts = np.flatnonzero((values[:-1] < values[1:]) & ~small)
    sums, left = (y - y.mean())[order].cumsum()[cuts], cuts + 1
    return (values[cuts] + values[cuts + 1]) / 2, sums**2 * len(X) / (left * (len(X) - left))


def faults(tree, X, y, depth, least, place="the root"):
    """What is wrong with a tree grown from these rows with this much depth left, or None."""
    if not isinstance(tree, dict) or set(tree) not in ({"value"}, {"feature", "threshold", "left", "right"}):
        return f"{place} is neither a leaf nor a split of the documented form"
    about = f"{place} ({len(y)} rows)"
    equal = y.min() == y.max()
    splits = [] if equal or depth == 0 else [gains(X, y, j, least) for j in range(X.shape[1])]
    best = max((falls.max(initial=-1) for _, falls in splits), default=-1)
    must_be_leaf = best < 0
    if "value" in tree:
        if not must_be_leaf:
            return f"{about} is a leaf, though its targets differ, it may be split and is above max_depth"
        tolerance = 1e-9 * np.ptp(y) + 1e-12 * np.abs(y).max()
        if abs(tree["value"] - y.mean()) <= tolerance:
            return None
        return f"{about} must have the value {y.mean():.12g}, not {tree['value']:.12g}"
    if must_be_leaf:
        why = "its targets are equal" if equal else "max_depth is reached" if depth == 0 else "no split is allowed"
        return f"{about} must be a leaf: {why}"
    feature, threshold = tree["feature"], tree["threshold"]
    thresholds, falls = splits[feature]
    match = np.flatnonzero(np.isclose(thresholds, threshold, rtol=1e-12, atol=1e-15))
    if not match.size:
        return f"{about}: feature {feature} at {threshold:.12g} is not a split with {least} rows on each side"
    if falls[match[0]] < best - 1e-9 * best - 1e-12 * y.var() * len(y):
        gap = best - falls[match[0]]
        return f"{about}: another split lowers the error by {gap:.3g} more than feature {feature} at {threshold:.6g}"
    left = X[:, feature] <= thresholds[match[0]]
    side = f"{place.removeprefix('the root')}."
    return faults(tree["left"], X[left], y[left], depth - 1, least, f"{side}left".lstrip(".")) or faults(
        tree["right"], X[~left], y[~left], depth - 1, least, f"{side}right".lstrip(".")
    )


def sound(got, X, y, max_depth, min_samples_leaf):
    return faults(got, X, y, max_depth, min_samples_leaf)


def wavy(rng, size):
    n, d, max_depth, least = size
    X = rng.normal(size=(n, d))
    return X, 5 * np.sin(2 * X[:, 0]) + rng.normal(size=n), max_depth, least


def repeated(rng, size):
    """Few distinct values: equal rows that disagree, equal targets, constant columns."""
    n, d, max_depth, least = size
    X = rng.integers(0, 4, size=(n, d)) * rng.integers(0, 2, size=d)
    return X.astype(float), rng.integers(0, 3, size=n) / 2 * (X[:, -1] < 2), max_depth, least


def far_targets(rng, size):
    n, d, offset = size
    X, y, *_ = wavy(rng, (n, d, 0, 0))
    return X, np.round(y * 4) / 4 + offset, 100, 2


def scaled(rng, size):
    n, d, factor, offset = size
    X, y, *_ = wavy(rng, (n, d, 0, 0))
    return np.round(X * 64) * factor + offset, y * 1e-7, 100, 1


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


LEAF = {"value": -7.25}
STUMP = split(1, 0.5, {"value": 3.5}, {"value": -1.0})
DEEP = split(0, 2.0, split(1, -1.0, {"value": 5.0}, split(0, 1.0, {"value": 0.0}, {"value": 1e-3})), STUMP)


def rows_for(rng, size):
    """Rows on the thresholds, beside them, and anywhere."""
    tree, m = size
    return checks.call("predict", tree, rng.choice([-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0], size=(m, 2)))


def followed(tree, X):
    def value(tree, x):
        while "value" not in tree:
            tree = tree["left"] if x[tree["feature"]] <= tree["threshold"] else tree["right"]
        return tree["value"]

    return np.array([value(tree, x) for x in X], dtype=float)


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
        [(LEAF, 1), (STUMP, 1), (STUMP, 6), (DEEP, 30), (DEEP, 0)],
        expected=followed,
    ),
    checks.oracle(
        "One feature: scikit-learn's tree",
        "grow_regression_tree",
        one_feature,
        [(1, 3, 1), (2, 1, 1), (3, 2, 1), (5, 1, 2), (8, 9, 1), (20, 3, 1), (20, 9, 4), (60, 50, 3)],
        expected=scikit_learn,
    ),
    checks.property(
        "Every split is a best one and every leaf is due: several features",
        "grow_regression_tree",
        wavy,
        [(2, 2, 0, 1), (4, 2, 1, 1), (12, 2, 2, 1), (40, 3, 3, 1), (100, 4, 50, 2)],
        holds=sound,
    ),
    checks.property(
        "Each side of a split has enough rows, and the best such split is taken",
        "grow_regression_tree",
        wavy,
        [(3, 1, 4, 2), (4, 1, 4, 2), (5, 1, 4, 2), (6, 2, 4, 3), (20, 2, 9, 4), (40, 3, 9, 11), (60, 2, 9, 30)],
        holds=sound,
    ),
    checks.property(
        "Equal values, equal targets, constant columns",
        "grow_regression_tree",
        repeated,
        [(2, 1, 4, 1), (3, 1, 4, 1), (6, 2, 4, 2), (12, 3, 1, 1), (30, 3, 20, 1), (30, 2, 20, 2), (80, 4, 20, 3)],
        holds=sound,
    ),
    checks.property(
        "A split that lowers the error by nothing is still made",
        "grow_regression_tree",
        [(XOR, np.array([1.0, 3.0, 3.0, 1.0]), depth, 1) for depth in (1, 2)],
        holds=sound,
    ),
    checks.relation(
        "The predictions of the training rows have the mean of the targets",
        "grow_regression_tree",
        wavy,
        [(3, 1, 2, 1), (50, 2, 4, 3)],
        holds=keeps_the_mean,
    ),
    checks.stability(
        "Targets a few units apart, a hundred million from zero",
        "grow_regression_tree",
        far_targets,
        [(4, 1, 2.0**27), (12, 2, 2.0**27), (60, 3, -(2.0**27))],
        holds=sound,
    ),
    checks.stability(
        "Columns that are tiny, huge, or far from zero, and tiny targets",
        "grow_regression_tree",
        scaled,
        [(6, 2, 1e-9, 0.0), (20, 2, 1e6, 0.0), (20, 2, 0.25, 2.0**27), (60, 3, 0.25, -(2.0**27))],
        holds=sound,
    ),
    checks.unchanged("The inputs are not modified", "grow_regression_tree", wavy, [(12, 3, 2, 2)]),
    checks.growth(
        "60,000 rows: one sweep for all thresholds of a feature",
        "grow_regression_tree",
        wavy,
        [(60_000, 2, 1, 5)],
        factor=150,
        holds=sound,
    ),
]
