"""Distances as square roots with forty digits, and each pair of clusters from its points."""

from decimal import Context, Decimal
from itertools import combinations

import numpy as np

from sharpen import checks

same = {"agglomerate": checks.close(1e-6, 1e-6)}
DIGITS = Context(prec=40)


def distances(X):
    rows = [list(map(Decimal, row)) for row in np.asarray(X).tolist()]
    return [
        [DIGITS.sqrt(sum((DIGITS.power(a - b, 2) for a, b in zip(x, y, strict=True)), Decimal(0))) for y in rows]
        for x in rows
    ]


def between(gaps, one, other, linkage):
    found = [gaps[i][j] for i in one for j in other]
    return {"single": min(found), "complete": max(found), "average": DIGITS.divide(sum(found), len(found))}[linkage]


def steps(X, linkage):
    """Each merge, and how much farther apart the next pair is than the closest."""
    gaps, groups = distances(X), {i: [i] for i in range(len(X))}
    for new in range(len(X), 2 * len(X) - 1):
        pairs = {(a, b): between(gaps, groups[a], groups[b], linkage) for a, b in combinations(sorted(groups), 2)}
        a, b = min(pairs, key=lambda pair: (pairs[pair], pair))
        margin = min((gap - pairs[a, b] for pair, gap in pairs.items() if pair != (a, b)), default=Decimal("Infinity"))
        groups[new] = groups.pop(a) + groups.pop(b)
        yield [a, b, float(pairs[a, b]), len(groups[new])], margin


def agglomerate(X, linkage):
    return np.array([merge for merge, _ in steps(X, linkage)], float)


def inputs(rng, draw):
    while True:
        X = draw("X", int(rng.integers(2, 8)), int(rng.integers(1, 4)))
        linkage = str(rng.choice(["single", "complete", "average"]))
        if rng.random() < 0.3:
            return rng.integers(0, 4, X.shape) * 1.0, str(rng.choice(["single", "complete"]))
        clear = Decimal(float(np.abs(X).max())) * Decimal("1e-9")
        if all(margin > clear for _, margin in steps(X, linkage)):
            return X, linkage
