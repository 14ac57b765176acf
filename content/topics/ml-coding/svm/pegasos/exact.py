import math
from fractions import Fraction

import numpy as np

BITS = 300
"""After a projection, weights are rounded to so many binary places."""


def pegasos(X, y, lam, indices, project=False):
    """In fractions, with square roots of ninety digits."""
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    w = [Fraction(0)] * X.shape[1]
    for step in steps(X, y, lam, indices, project):
        w = step[-1]
    return [float(value) for value in w]


def steps(X, y, lam, indices, project):
    """The margin of each step, the sum of the sizes in it, and the weights after it."""
    rows = [[int(label) * Fraction(value) for value in row] for row, label in zip(X.tolist(), y, strict=True)]
    w, lam = [Fraction(0)] * X.shape[1], Fraction(lam)
    for t, i in enumerate(indices, start=1):
        products = [a * b for a, b in zip(w, rows[i], strict=True)]
        margin = sum(products)
        pull = 1 if margin < 1 else 0
        w = [a - a / t + pull * b / (lam * t) for a, b in zip(w, rows[i], strict=True)]
        if project:
            w = inside(w, lam)
        yield margin, sum(map(abs, products)), w


def inside(w, lam):
    """The weights, or the nearest ones in the ball of radius 1 / sqrt(lam)."""
    square = lam * sum(value * value for value in w)
    if square <= 1:
        return w
    root = Fraction(math.isqrt(int(square * 4**BITS)), 2**BITS)
    return [Fraction(round(value / root * 2**BITS), 2**BITS) for value in w]


def inputs(rng, draw):
    """Examples of all scales; margins of exactly 1 only where every number is short."""
    if rng.random() < 0.02:
        return np.eye(2), np.array([1, -1]), float(-draw("lam") * rng.integers(0, 2)), [0, 1], bool(rng.integers(2))
    while True:
        n, d = draw.length("X", 5), int(rng.integers(1, 4))
        X, y, lam, indices = draw("X", n, d), rng.choice([-1, 1], n), draw("lam"), []
        indices = rng.integers(0, n, draw.length("indices", 20)).tolist()
        if rng.random() < 0.3:
            lam = 2.0 ** rng.integers(-4, 4)
        project = bool(rng.integers(2))
        if rng.random() < 0.1:
            X, lam, indices, project = (
                rng.choice([-1, 0, 0.5, 1], (n, d)),
                2.0 ** rng.integers(-2, 2),
                indices[:1] * 2,
                False,
            )
        if decided(X, y, lam, indices, project):
            return X, y, lam, indices, project


def decided(X, y, lam, indices, project):
    """Whether no margin's side of 1 hangs on rounding."""
    short = np.array_equal(X, np.rint(4 * X) / 4) and math.frexp(lam)[0] == 0.5 and not project
    margins = [(margin, size) for margin, size, _ in steps(X, y, lam, indices, project)]
    return all(
        abs(margin - 1) > (1 + size) / 10**7 or (short and t < 2 and margin == 1)
        for t, (margin, size) in enumerate(margins)
    )
