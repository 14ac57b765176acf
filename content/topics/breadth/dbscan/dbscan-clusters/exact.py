"""Union-find over pairs of core points, and distances as fractions."""

from fractions import Fraction

import numpy as np

from sharpen import checks

same = {"dbscan": checks.exactly()}
NEAR, LARGEST = Fraction(1, 10**9), Fraction(1, 10**12)
"""How far a distance stays from eps, of eps and of the largest coordinate."""


def squares(X):
    rows = [list(map(Fraction, row)) for row in np.asarray(X).tolist()]
    return [[sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) for y in rows] for x in rows]


def dbscan(X, eps, min_points):
    near = [[square <= Fraction(eps) ** 2 for square in row] for row in squares(X)]
    core = [i for i, row in enumerate(near) if sum(row) >= min_points]
    parent = {i: i for i in core}

    def root(i):
        return i if parent[i] == i else root(parent[i])

    for i in core:
        for j in core:
            if near[i][j]:
                low, high = sorted((root(i), root(j)))
                parent[high] = low
    numbers = {i: number for number, i in enumerate(sorted({root(i) for i in core}))}
    return np.array([min((numbers[root(j)] for j in core if near[i][j]), default=-1) for i in range(len(near))])


def allowed(X, eps):
    """Whether rounding decides nothing: a distance is eps exactly, in quarters, or clearly not."""
    largest, radius = Fraction(float(max(np.abs(X).max(), eps))), Fraction(eps)
    quarters = (np.asarray(X, float) * 4 % 1 == 0).all() and eps * 4 % 1 == 0
    slack = max(radius * NEAR, largest * LARGEST)
    low, high = max(radius - slack, Fraction(0)) ** 2, (radius + slack) ** 2
    for square in (one for row in squares(X) for one in row):
        if low <= square <= high and not (square == radius**2 and (quarters or eps == 0)):
            return False
    return True


def inputs(rng, draw):
    while True:
        n, d, min_points = int(rng.integers(1, 12)), int(rng.integers(1, 4)), int(rng.integers(1, 5))
        match rng.integers(3):
            case 0:
                X = draw("X", n, d)
                eps = float(rng.choice([0.0, 1.0, rng.uniform(0.1, 1) * min(1e6, max(1e-5, np.abs(X).max()))]))
            case 1:
                X, eps = rng.integers(-6, 7, (n, d)) / 4, float(rng.integers(0, 8)) / 4
            case _:
                X, eps = rng.normal(size=(n, d)) * 3 + rng.uniform(-9e5, 9e5), float(rng.uniform(0.5, 4))
        if allowed(X, eps):
            return X, eps, min_points
