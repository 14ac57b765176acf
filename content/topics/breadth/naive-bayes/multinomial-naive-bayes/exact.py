"""Products of fractions, and their logarithms in decimals of sixty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import prod

import numpy as np

from sharpen import checks


def naive_bayes(X, y, queries, alpha=1.0):
    X, y, queries = np.asarray(X).tolist(), np.asarray(y).tolist(), np.asarray(queries).tolist()
    classes = [[row for row, label in zip(X, y, strict=True) if label == c] for c in range(max(y) + 1)]
    labels, rows = [], []
    with localcontext(prec=60):
        for x in queries:
            weights = [Fraction(len(inside), len(y)) * likelihood(x, inside, Fraction(alpha)) for inside in classes]
            logs = [logarithm(weight / sum(weights)) for weight in weights]
            labels.append(next(c for c, value in enumerate(logs) if value >= max(logs) - Decimal("1e-8")))
            rows.append([float(value) for value in logs])
    return np.array(labels), np.array(rows)


def likelihood(x, inside, alpha):
    seen = [sum(map(int, column)) for column in zip(*inside, strict=True)]
    total = sum(seen) + alpha * len(x)
    return prod(((count + alpha) / total) ** int(times) for times, count in zip(x, seen, strict=True))


def logarithm(value):
    return Decimal(value.numerator).ln() - Decimal(value.denominator).ln()


def inputs(rng, draw):
    n, wide, q = (int(size) for size in rng.integers(1, 5, 3))
    k = int(rng.integers(1, n + 1))
    y = rng.permutation(np.concatenate([np.arange(k), rng.integers(k, size=n - k)]))
    alpha = float(rng.choice([0.125, 0.5, 1.0, 3.0, 10.0]))
    return checks.call("naive_bayes", draw("X", n, wide), y, draw("queries", q, wide) // 10, alpha)


same = {"naive_bayes": checks.close(1e-6, 1e-8)}
