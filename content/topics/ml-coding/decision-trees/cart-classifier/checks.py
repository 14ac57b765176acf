import numpy as np

from sharpen import checks

CLASSES = [7, -7, 0, 7 + 2**16, 7 + 2**32, 10**12, 10**12 - 1, -(10**12), *range(100, 192)]
"""Labels that are alike in size, or in their last 16 or 32 bits, or in seven digits."""


def splits(X, codes, counts):
    """Of every split, by rows and features: the values on both sides, and the gain; -1 where there is no split."""
    order = X.argsort(axis=0)
    values = X[order, np.arange(X.shape[1])]
    left = np.eye(len(counts))[codes[order]].cumsum(axis=0)
    left, right, n = left[:-1], left[-1] - left[:-1], len(X)
    sizes = np.arange(1, n)[:, None]
    purity = (left**2).sum(axis=2) / sizes + (right**2).sum(axis=2) / (n - sizes)
    gains = purity / n - ((counts / n) ** 2).sum()
    return values[:-1], values[1:], np.where(values[:-1] < values[1:], gains, -1)


def faults(tree, X, y, depth):
    """What is wrong with a tree grown from these rows with this much depth left, or None."""
    classes, codes = np.unique(y, return_inverse=True)

    def wrong(tree, X, codes, depth, place):
        if not isinstance(tree, dict) or set(tree) not in ({"label"}, {"feature", "threshold", "left", "right"}):
            return f"{place} is neither a leaf nor a split of the documented form"
        counts = np.bincount(codes, minlength=len(classes))
        about = f"{place if len(place) < 60 else place[:20] + '...' + place[-20:]} ({len(codes)} rows)"
        pure = counts.max() == len(codes)
        equal = not pure and (X[0] == X).all()
        must_be_leaf = pure or depth == 0 or equal
        if "label" in tree:
            if not must_be_leaf:
                return f"{about} is a leaf, though it is mixed, may be split and is above max_depth"
            winner = classes[counts.argmax()]
            return None if tree["label"] == winner else f"{about} must have the label {winner}, not {tree['label']}"
        if must_be_leaf:
            why = "all its rows have one class" if pure else "all its rows are equal" if equal else ""
            return f"{about} must be a leaf: {why or 'max_depth is reached'}"
        why, left = choice(tree["feature"], tree["threshold"], X, *splits(X, codes, counts))
        if why:
            return f"{about}: {why}"
        side = f"{place}." if place != "the root" else ""
        return wrong(tree["left"], X[left], codes[left], depth - 1, f"{side}left") or wrong(
            tree["right"], X[~left], codes[~left], depth - 1, f"{side}right"
        )

    return wrong(tree, X, codes, depth, "the root")


def choice(feature, threshold, X, low, high, gains):
    """What is wrong with the question that is asked of these rows, if anything, and which of them go left."""
    if feature not in range(X.shape[1]):
        return f"there is no feature {feature}", None
    below, above, own = (part[:, int(feature)] for part in (low, high, gains))
    match = np.flatnonzero((abs((below + above) / 2 - threshold) <= 1e-6 * (above - below)) & (own > -1))
    if not match.size:
        return f"{threshold:.12g} is not half-way between two consecutive values of feature {feature}", None
    own, left = own[match[0]], X[:, int(feature)] <= below[match[0]]
    winner, best = np.unravel_index(gains.T.argmax(), gains.T.shape)
    most = gains[best, winner]
    if own >= most - 1e-12:
        return None, left
    told = f"feature {winner} at {(low[best, winner] + high[best, winner]) / 2:.6g} gains {most:.6g}"
    more = f"which is {most - own:.3g} more"
    return f"feature {feature} at {threshold:.6g} gains {own:.6g}, but {told}, {more}", left


def scattered(rng, size):
    """Unrelated numbers and classes; of very many columns, the last one tells the first class from the others."""
    n, d, c, max_depth = size
    X, y = rng.normal(size=(n, d)), rng.choice(CLASSES[:c], size=n)
    if d > 100:
        X[:, -1] = np.abs(X[:, -1]) * np.where(y == CLASSES[0], 1, -1)
    return X, y, max_depth


def repeated(rng, size):
    """Few distinct values: equal rows that disagree, constant columns."""
    n, d, c, max_depth = size
    X = rng.integers(0, 3, size=(n, d)) * rng.integers(0, 2, size=d)
    return X.astype(float), rng.choice(CLASSES[:c], size=n), max_depth


def scaled(rng, size):
    n, d, factor, offset = size
    X, y, _ = scattered(rng, (n, d, 3, 0))
    return np.round(X * 64) * factor + offset, y, 100


def nearly_alike(rng, _size):
    """Three columns of zeros and ones: the middle one gains 4e-11 more than those beside it."""
    y = np.repeat([0, 1], [600, 400])
    X = np.zeros((1000, 3))
    for feature, (zeros, ones) in enumerate([(169, 20), (221, 43), (169, 20)]):
        X[rng.choice(600, zeros, replace=False), feature] = 1
        X[600 + rng.choice(400, ones, replace=False), feature] = 1
    return X, y, 1


def alternating(_rng, n):
    """One feature along which two classes alternate: every split takes one row off an end."""
    return np.arange(float(n))[:, None], np.arange(n) % 2, 100


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


def chain_of(depth):
    """The deepest tree: a question at every level, each about a larger number."""
    tree = {"label": -1}
    for level in reversed(range(depth)):
        tree = split(level % 2, level * 0.1, {"label": level * 3}, tree)
    return tree


LEAF = {"label": -7}
STUMP = split(1, 0.0, {"label": 3}, {"label": -1})
FAR = split(0, 2.0**27 + 0.5, {"label": 10**12}, {"label": 10**12 - 1})
DEEP = split(0, 2.0, split(1, -1.0, {"label": 5}, split(0, 1.0, {"label": 0}, {"label": 900})), FAR)
WIDE = split(199, -3.25, {"label": 1}, split(150, 0.1, {"label": 2}, {"label": 3}))


def questions(tree):
    """The features and thresholds of a tree."""
    if "label" in tree:
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
    def label(tree, x):
        while "label" not in tree:
            tree = tree["left"] if x[tree["feature"]] <= tree["threshold"] else tree["right"]
        return tree["label"]

    return np.array([label(tree, x) for x in X.tolist()], dtype=int)


def separated_or_asked(rng, size):
    """Rows that one question separates, so that one tree is right; or rows for a given tree."""
    if isinstance(size[0], dict):
        return rows_for(rng, size)
    X = rng.normal(size=size)
    return X, np.where(X[:, -1] > 0, 7, -7), 3


def rare(rng, size):
    """One row of each class but the first, which all others have."""
    n, d, c = size
    return rng.normal(size=(n, d)), np.array(CLASSES)[np.maximum(0, np.arange(n) - n + c)], 100


def remembers(ask, X, y, max_depth):
    """A full tree over different rows knows them all."""
    tree = ask(X, y, max_depth)
    got = np.asarray(ask(checks.call("predict", tree, X)))
    if got.shape == y.shape and (got == y).all():
        return None
    return "no two rows are equal and the depth is ample, so the tree must predict its own rows without a mistake"


XOR = np.array([[0.0, 0.0], [0.0, 4.0], [1.0, 0.0], [1.0, 4.0]])
FIVE = np.array([5, 8, 8, 5])
BITS = np.array([[i >> j & 1 for j in range(3)] for i in range(8)], float)
ODD = np.where(BITS.sum(axis=1) % 2, 8, 5)
"""Nothing is gained until the third question."""

CHECKS = [
    checks.example(
        "The example in the statement: the leaf", checks.call("grow_tree", XOR, FIVE, max_depth=0), {"label": 5}
    ),
    checks.oracle(
        "predict follows the questions, and a value on the threshold goes left",
        "predict",
        rows_for,
        [(LEAF, 1), (STUMP, 1), (STUMP, 6), (DEEP, 30), (WIDE, 9), (chain_of(100), 99), (DEEP, 0), (DEEP, 20_000)],
        expected=followed,
        same=checks.exactly(),
    ),
    checks.property(
        "Every split is a best one and every leaf is due: random rows",
        "grow_tree",
        scattered,
        [
            *[(1, 1, 1, 3), (2, 1, 2, 1), (4, 1, 2, 100), (6, 2, 2, 2), (12, 2, 3, 1), (30, 3, 3, 4), (40, 3, 8, 100)],
            *[(20, 200, 3, 1), (150, 2, 100, 2)],
        ],
        holds=faults,
    ),
    checks.property(
        "Equal values, equal rows that disagree, constant columns",
        "grow_tree",
        repeated,
        [(2, 1, 2, 100), (3, 1, 2, 100), (6, 2, 2, 100), (12, 3, 3, 1), (30, 3, 3, 100), (40, 4, 3, 100)],
        holds=faults,
    ),
    checks.property(
        "A split that gains nothing is still made",
        "grow_tree",
        [
            (XOR, FIVE, 1),
            (XOR, FIVE, 2),
            (np.arange(4.0)[:, None], np.array([1, 2, 2, 1]), 1),
            (np.array([[0.0], [0.0], [1.0], [1.0]]), np.array([1, 2, 1, 2]), 9),
            (BITS, ODD, 3),
            (np.repeat(BITS, 15, axis=0), np.repeat(ODD, 15), 3),
        ],
        holds=faults,
    ),
    checks.property(
        "Gains that are nearly alike are not taken for equal", "grow_tree", nearly_alike, [None], holds=faults
    ),
    checks.property("A tree may be many questions deep", "grow_tree", alternating, [101], holds=faults, drawn=False),
    checks.oracle(
        "Where one split is best, scikit-learn's tree",
        "grow_tree",
        one_way,
        [(1, 2, 100), (2, 2, 1), (3, 3, 1), (2, 4, 100), (3, 4, 2)],
        expected=scikit_learn,
        drawn=checks.reference,
    ),
    checks.relation(
        "A full tree predicts its own rows without a mistake",
        "grow_tree",
        rare,
        [(3, 1, 2), (40, 2, 8), (150, 3, 3)],
        holds=remembers,
    ),
    checks.stability(
        "Columns that are tiny, huge, or far from zero",
        "grow_tree",
        scaled,
        [
            (20, 2, 1e-12, 0.0),
            (20, 2, 1e-16, 2e-12),
            (20, 2, 1e6, 0.0),
            (20, 3, 0.25, -(2.0**27)),
            (20, 2, 1, 1e9 - 999),
        ],
        holds=faults,
    ),
    checks.unchanged(
        "The inputs are not modified",
        "grow_tree",
        separated_or_asked,
        [(12, 3), (1, 3), (12, 1), (STUMP, 5), (STUMP, 1), (FAR, 5)],
    ),
    checks.stateless(
        "Each call stands alone", "grow_tree", separated_or_asked, [(1100, 2), (20, 2), (DEEP, 1100), *[(DEEP, 20)] * 3]
    ),
    checks.growth(
        "20,000 rows: one sweep for all thresholds of a feature",
        "grow_tree",
        scattered,
        [(20_000, 1, 2, 1)],
        factor=200,
        holds=faults,
    ),
]
