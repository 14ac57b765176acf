import numpy as np

from sharpen import checks


def purities(X, codes, feature):
    """For each threshold of one feature, the sum of count ** 2 / size over both sides."""
    order = X[:, feature].argsort()
    values = X[order, feature]
    left = np.eye(codes.max() + 1)[codes[order]].cumsum(axis=0)
    cuts = np.flatnonzero(values[:-1] < values[1:])
    left, right, sizes = left[cuts], left[-1] - left[cuts], cuts + 1
    return (values[cuts] + values[cuts + 1]) / 2, (
        (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (len(X) - sizes)
    )


def faults(tree, X, y, depth, place="the root"):
    """What is wrong with a tree grown from these rows with this much depth left, or None."""
    if not isinstance(tree, dict) or set(tree) not in ({"label"}, {"feature", "threshold", "left", "right"}):
        return f"{place} is neither a leaf nor a split of the documented form"
    classes, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    about = f"{place} ({len(y)} rows)"
    must_be_leaf = len(classes) == 1 or depth == 0 or not np.ptp(X, axis=0).any()
    if "label" in tree:
        if not must_be_leaf:
            return f"{about} is a leaf, though it is mixed, may be split and is above max_depth"
        winner = classes[counts.argmax()]
        return None if tree["label"] == winner else f"{about} must have the label {winner}, not {tree['label']}"
    if must_be_leaf:
        why = "all its rows have one class" if len(classes) == 1 else "max_depth is reached"
        return f"{about} must be a leaf: {why if depth == 0 or len(classes) == 1 else 'all its rows are equal'}"
    feature, threshold = tree["feature"], tree["threshold"]
    splits = [purities(X, codes, j) for j in range(X.shape[1])]
    best = max(scores.max(initial=-1) for _, scores in splits)
    thresholds, scores = splits[feature]
    match = np.flatnonzero(np.isclose(thresholds, threshold, rtol=1e-12, atol=1e-15))
    if not match.size:
        return f"{about}: {threshold:.12g} is not half-way between two values of feature {feature}"
    if scores[match[0]] < best - 1e-9 * best:
        gap = (best - scores[match[0]]) / len(y)
        return f"{about}: another split gains {gap:.3g} more than feature {feature} at {threshold:.6g}"
    left = X[:, feature] <= thresholds[match[0]]
    side = f"{place.removeprefix('the root').lstrip('.')}."
    return faults(tree["left"], X[left], y[left], depth - 1, f"{side}left".lstrip(".")) or faults(
        tree["right"], X[~left], y[~left], depth - 1, f"{side}right".lstrip(".")
    )


def sound(got, X, y, max_depth):
    return faults(got, X, y, max_depth)


def scattered(rng, size):
    n, d, c, max_depth = size
    return rng.normal(size=(n, d)), rng.choice([-40, -3, 0, 2, 1000][:c], size=n), max_depth


def repeated(rng, size):
    """Few distinct values: equal rows that disagree, constant columns."""
    n, d, c, max_depth = size
    X = rng.integers(0, 3, size=(n, d)) * rng.integers(0, 2, size=d)
    return X.astype(float), rng.choice([-40, 7, 8][:c], size=n), max_depth


def scaled(rng, size):
    n, d, factor, offset = size
    X, y, _ = scattered(rng, (n, d, 3, 0))
    return np.round(X * 64) * factor + offset, y, 100


def one_way(rng, size):
    """One feature in which each class is an interval, of sizes that leave one best split to each node."""
    n, c, max_depth = size
    sizes = 2 ** np.arange(c) * n
    y = np.repeat(rng.permutation(c) * 3 - 4, sizes)
    return np.cumsum(rng.integers(1, 9, size=len(y)))[:, None] / 4, y, max_depth


def scikit_learn(X, y, max_depth):
    """The tree that scikit-learn grows, in the documented form."""
    from sklearn.tree import DecisionTreeClassifier

    model = DecisionTreeClassifier(max_depth=max_depth, random_state=0).fit(X, y)
    grown = model.tree_

    def of(node):
        if grown.children_left[node] < 0:
            return {"label": int(model.classes_[grown.value[node].argmax()])}
        sides = {"left": of(grown.children_left[node]), "right": of(grown.children_right[node])}
        return {"feature": int(grown.feature[node]), "threshold": float(grown.threshold[node]), **sides}

    return of(0)


def split(feature, threshold, left, right):
    return {"feature": feature, "threshold": threshold, "left": left, "right": right}


LEAF = {"label": -7}
STUMP = split(1, 0.5, {"label": 3}, {"label": -1})
DEEP = split(0, 2.0, split(1, -1.0, {"label": 5}, split(0, 1.0, {"label": 0}, {"label": 900})), STUMP)


def rows_for(rng, size):
    """Rows on the thresholds, beside them, and anywhere."""
    tree, m = size
    return checks.call("predict", tree, rng.choice([-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0], size=(m, 2)))


def followed(tree, X):
    def label(tree, x):
        while "label" not in tree:
            tree = tree["left"] if x[tree["feature"]] <= tree["threshold"] else tree["right"]
        return tree["label"]

    return np.array([label(tree, x) for x in X], dtype=int)


def remembers(ask, X, y, max_depth):
    """A full tree over different rows knows them all."""
    tree = ask(X, y, max_depth)
    got = np.asarray(ask(checks.call("predict", tree, X)))
    if got.shape == y.shape and (got == y).all():
        return None
    return "no two rows are equal and the depth is ample, so the tree must predict its own rows without a mistake"


XOR = np.array([[0.0, 0.0], [0.0, 4.0], [1.0, 0.0], [1.0, 4.0]])
FIVE = np.array([5, 8, 8, 5])

CHECKS = [
    checks.example(
        "The example in the statement: the leaf", checks.call("grow_tree", XOR, FIVE, max_depth=0), {"label": 5}
    ),
    checks.oracle(
        "predict follows the questions, and a value on the threshold goes left",
        "predict",
        rows_for,
        [(LEAF, 1), (STUMP, 1), (STUMP, 6), (DEEP, 30), (DEEP, 0)],
        expected=followed,
    ),
    checks.property(
        "Every split is a best one and every leaf is due: random rows",
        "grow_tree",
        scattered,
        [(1, 1, 1, 3), (2, 1, 2, 1), (4, 1, 2, 5), (6, 2, 2, 2), (12, 2, 3, 1), (30, 3, 3, 4), (100, 4, 5, 50)],
        holds=sound,
    ),
    checks.property(
        "Equal values, equal rows that disagree, constant columns",
        "grow_tree",
        repeated,
        [(2, 1, 2, 4), (3, 1, 2, 4), (6, 2, 2, 4), (12, 3, 3, 1), (30, 3, 3, 20), (80, 4, 3, 20)],
        holds=sound,
    ),
    checks.property(
        "A split that gains nothing is still made",
        "grow_tree",
        [
            (XOR, FIVE, 1),
            (XOR, FIVE, 2),
            (np.arange(4.0)[:, None], np.array([1, 2, 2, 1]), 1),
            (np.array([[0.0], [0.0], [1.0], [1.0]]), np.array([1, 2, 1, 2]), 9),
        ],
        holds=sound,
    ),
    checks.oracle(
        "Where one split is best, scikit-learn's tree",
        "grow_tree",
        one_way,
        [(1, 2, 5), (2, 2, 1), (3, 3, 1), (2, 4, 9), (3, 4, 2)],
        expected=scikit_learn,
    ),
    checks.relation(
        "A full tree predicts its own rows without a mistake",
        "grow_tree",
        scattered,
        [(3, 1, 2, 100), (40, 2, 3, 100), (150, 3, 5, 100)],
        holds=remembers,
    ),
    checks.stability(
        "Columns that are tiny, huge, or far from zero",
        "grow_tree",
        scaled,
        [(6, 2, 1e-9, 0.0), (20, 2, 1e6, 0.0), (20, 2, 0.25, 2.0**27), (60, 3, 0.25, -(2.0**27))],
        holds=sound,
    ),
    checks.unchanged("The inputs are not modified", "grow_tree", scattered, [(12, 3, 2, 4)]),
    checks.growth(
        "10,000 rows: one sweep for all thresholds of a feature",
        "grow_tree",
        scattered,
        [(10_000, 2, 2, 1)],
        factor=150,
        holds=sound,
    ),
]
