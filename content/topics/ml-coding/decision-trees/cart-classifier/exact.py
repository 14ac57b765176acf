"""The gains of all splits in fractions, and a walk down the tree for each row.

Many trees are right, so the exact answer is what they were grown from; `a_best_tree` looks at every node.
"""

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import numpy as np

from sharpen import checks

NEAR = Fraction(1, 10**12)


def grow_tree(X, y, max_depth):
    return [list(map(Fraction, row)) for row in X.tolist()], y.tolist(), max_depth


def predict(tree, X):
    classes = []
    for row in X.tolist():
        node = tree
        while "label" not in node:
            node = node["left"] if row[node["feature"]] <= node["threshold"] else node["right"]
        classes.append(node["label"])
    return classes


def gini(labels):
    return 1 - sum(Fraction(count, len(labels)) ** 2 for count in Counter(labels).values())


def halves(rows, labels, feature, threshold):
    left = [i for i, row in enumerate(rows) if row[feature] <= threshold]
    right = [i for i, row in enumerate(rows) if row[feature] > threshold]
    return [([rows[i] for i in side], [labels[i] for i in side]) for side in (left, right)]


def gain(rows, labels, feature, threshold):
    sides = halves(rows, labels, feature, threshold)
    return gini(labels) - sum(Fraction(len(side), len(labels)) * gini(side) for _, side in sides)


def a_best_tree(expected, got):
    """A comparator: what is wrong with this tree, or None."""
    rows, labels, depth = expected
    counts = Counter(labels)
    cuts = [
        (feature, low, high)
        for feature in range(len(rows[0]))
        for low, high in pairwise(sorted({row[feature] for row in rows}))
    ]
    if len(counts) == 1 or depth == 0 or not cuts:
        right = {"label": min(counts, key=lambda label: (-counts[label], label))}
        return None if got == right else Wrong(f"{got} is not {right}")
    gains = [gain(rows, labels, feature, (low + high) / 2) for feature, low, high in cuts]
    for (feature, low, high), own in zip(cuts, gains, strict=True):
        middle = (low + high) / 2
        if feature == got.get("feature") and abs(Fraction(float(got["threshold"])) - middle) <= (high - low) / 10**6:
            if own < max(gains) - NEAR:
                return Wrong(f"feature {feature} at {float(middle)} gains {float(own)}, not {float(max(gains))}")
            left, right = halves(rows, labels, feature, middle)
            return a_best_tree((*left, depth - 1), got["left"]) or a_best_tree((*right, depth - 1), got["right"])
    return Wrong("it is a leaf, or a threshold is not half-way")


class Wrong:
    """A difference."""

    def __init__(self, why):
        self.why = why


same = {"grow_tree": a_best_tree}


def a_tree(rng, thresholds, depth):
    if depth == 0 or rng.random() < 0.2:
        return {"label": int(rng.choice([-(10**12), 7, 7 + 2**32]))}
    left, right = (a_tree(rng, thresholds, depth - 1) for _ in range(2))
    row, feature = (int(rng.integers(size)) for size in thresholds.shape)
    return {"feature": feature, "threshold": float(thresholds[row, feature]), "left": left, "right": right}


def inputs(rng, draw):
    n = max(1, draw.length("X", 10))
    X = np.vectorize(lambda number: float(f"{number:.8g}"))(draw("X", n, int(rng.integers(1, 4))))
    if rng.random() < 0.3:
        return checks.call("predict", a_tree(rng, X, 4), X[: rng.integers(n + 1)])
    y = draw("y", n) if rng.random() < 0.3 else rng.choice([-(10**12), 7, 7 + 2**32], n)
    return checks.call("grow_tree", X, y, int(rng.choice([0, 1, 2, 100])))
