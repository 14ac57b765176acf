"""The errors of all splits in fractions, and a walk down the tree for each row.

Many trees are right, so the exact answer is what they were grown from; `a_best_tree` looks at every node.
"""

from fractions import Fraction
from itertools import pairwise

import numpy as np

from sharpen import checks


def grow_regression_tree(X, y, max_depth, min_samples_leaf):
    rows = [list(map(Fraction, row)) for row in X.tolist()]
    return rows, list(map(Fraction, y.tolist())), max_depth, min_samples_leaf


def predict(tree, X):
    values = []
    for row in X.tolist():
        node = tree
        while "value" not in node:
            node = node["left"] if row[node["feature"]] <= node["threshold"] else node["right"]
        values.append(node["value"])
    return values


def error(targets):
    mean = sum(targets) / len(targets)
    return sum((target - mean) ** 2 for target in targets)


def halves(rows, targets, feature, threshold):
    left = [i for i, row in enumerate(rows) if row[feature] <= threshold]
    right = [i for i, row in enumerate(rows) if row[feature] > threshold]
    return [([rows[i] for i in side], [targets[i] for i in side]) for side in (left, right)]


def a_best_tree(expected, got):
    """A comparator: what is wrong with this tree, or None."""
    rows, targets, depth, least = expected
    splits = []
    if depth and len(set(targets)) > 1:
        for feature in range(len(rows[0])):
            for low, high in pairwise(sorted({row[feature] for row in rows})):
                sides = halves(rows, targets, feature, (low + high) / 2)
                if min(len(side) for _, side in sides) >= least:
                    splits.append((sum(error(side) for _, side in sides), feature, low, high, sides))
    largest = max(map(abs, targets))
    if not splits:
        mean = sum(targets) / len(targets)
        near = set(got) == {"value"} and abs(Fraction(float(got["value"])) - mean) <= largest / 10**12
        return None if near else Wrong(f"{got} is not a leaf of {float(mean)}")
    allowed = min(split[0] for split in splits) + len(rows) * largest * (max(targets) - min(targets)) / 10**13
    for own, feature, low, high, (left, right) in splits:
        middle = (low + high) / 2
        if feature == got.get("feature") and abs(Fraction(float(got["threshold"])) - middle) <= (high - low) / 10**6:
            if own > allowed:
                return Wrong(f"feature {feature} at {float(middle)} leaves {float(own)}, more than {float(allowed)}")
            below = depth - 1, least
            return a_best_tree((*left, *below), got["left"]) or a_best_tree((*right, *below), got["right"])
    return Wrong("it is a leaf, a threshold is not half-way, or a side too small")


class Wrong:
    """A difference."""

    def __init__(self, why):
        self.why = why


same = {"grow_regression_tree": a_best_tree, "predict": checks.exactly()}


def a_tree(rng, thresholds, depth):
    if depth == 0 or rng.random() < 0.2:
        return {"value": float(rng.normal())}
    left, right = (a_tree(rng, thresholds, depth - 1) for _ in range(2))
    row, feature = (int(rng.integers(size)) for size in thresholds.shape)
    return {"feature": feature, "threshold": float(thresholds[row, feature]), "left": left, "right": right}


def inputs(rng, draw):
    n = max(1, draw.length("X", 9))
    X, y = (
        np.vectorize(lambda number: float(f"{number:.8g}"))(drawn)
        for drawn in (draw("X", n, int(rng.integers(1, 4))), draw("y", n))
    )
    if rng.random() < 0.3:
        return checks.call("predict", a_tree(rng, X, 4), X[: rng.integers(n + 1)])
    return checks.call("grow_regression_tree", X, y, int(rng.choice([0, 1, 2, 100])), int(rng.choice([1, 1, 2, 3])))
