"""Fractions and Python's whole numbers, one entry at a time; powers in decimals of forty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks

MIDDLE = Fraction(1, 2)


def exactly(rows):
    return [[Fraction(value) for value in row] for row in np.asarray(rows, float).tolist()]


def ratios(row):
    scale = max((abs(value) for value in row), default=Fraction(0)) / 127 or Fraction(1)
    return scale, [value / scale for value in row]


def of_rows(X, W):
    def entry(x, w):
        (s, codes), (t, weights) = ratios(x), ratios(w)
        return float(s * t * sum(round(c) * round(e) for c, e in zip(codes, weights, strict=True)))

    return np.array([[entry(x, w) for w in W] for x in X])


def int8_product(X, W):
    return of_rows(exactly(X), exactly(W))


def taken(rows, columns):
    return [[row[j] for j in columns] for row in rows]


def apart(X, threshold):
    """The numbers of outlier columns, and of the others."""
    sizes = [max(abs(value) for value in column) for column in zip(*exactly(X), strict=True)]
    return [j for j, size in enumerate(sizes) if size >= threshold], [
        j for j, size in enumerate(sizes) if size < threshold
    ]


def mixed_product(X, W, threshold):
    large, small = apart(X, threshold)
    floats = [
        [float(sum(map(Fraction.__mul__, x, w))) for w in taken(exactly(W), large)] for x in taken(exactly(X), large)
    ]
    return np.array(floats) + of_rows(taken(exactly(X), small), taken(exactly(W), small))


def smooth(X, W, alpha=0.5):
    columns = zip(np.transpose(X).tolist(), np.transpose(W).tolist(), strict=True)
    made = []
    with localcontext() as context:
        context.prec = 40
        for x, w in columns:
            of_x, of_w = max(map(abs, x)), max(map(abs, w))
            power = (
                Decimal(of_x) ** Decimal(alpha) / Decimal(of_w) ** (1 - Decimal(alpha)) if of_x and of_w else Decimal(1)
            )
            made.append(([float(Decimal(v) / power) for v in x], [float(Decimal(v) * power) for v in w]))
    return tuple(np.array([pair[side] for pair in made]).T for side in (0, 1))


def clear_of_middles(rows):
    numbers = [value for row in rows for value in ratios(row)[1]]
    return all(abs(value % 1 - MIDDLE) > 1e-6 for value in numbers)


def inputs(rng, draw):
    while True:
        n, out, d = (int(size) for size in rng.integers(1, 5, 3))
        X, W = draw("X", n, d), draw("W", out, d)
        X[np.abs(X) < 1e-3], W[np.abs(W) < 1e-3] = 0, 0
        if rng.random() < 0.3:
            return checks.call("smooth", X, W, float(rng.choice([0, 0.5, 0.8, 1.0])))
        threshold = float(rng.choice([0.5, 6.0, 100.0, 2000.0]))
        small = apart(X, threshold)[1]
        if rng.random() < 0.5 and clear_of_middles(exactly(X)) and clear_of_middles(exactly(W)):
            return checks.call("int8_product", X, W)
        if clear_of_middles(taken(exactly(X), small)) and clear_of_middles(taken(exactly(W), small)):
            return checks.call("mixed_product", X, W, threshold)


same = {name: checks.close(1e-6, 1e-6) for name in ("int8_product", "mixed_product", "smooth")}
