from fractions import Fraction

import numpy as np


def averaged_perceptron(X, y, order, epochs):
    """Each mistake counts once for every visit from it to the end, in fractions; the bias is the last weight."""
    rows = [[int(label) * Fraction(value) for value in (*row, 1)] for row, label in zip(X.tolist(), y, strict=True)]
    visits = [i for _ in range(epochs) for i in order]
    w = mean = [Fraction(0)] * (X.shape[1] + 1)
    for t, i in enumerate(visits):
        if sum(map(Fraction.__mul__, rows[i], w)) <= 0:
            w = [a + b for a, b in zip(w, rows[i], strict=True)]
            left = Fraction(len(visits) - t, len(visits))
            mean = [a + left * b for a, b in zip(mean, rows[i], strict=True)]
    return [float(value) for value in mean[:-1]], float(mean[-1])


def inputs(rng, draw):
    """Rows of any scale, on a grid so coarse that every margin is exact in floating point."""
    n, d = draw.length("X", 12), int(rng.integers(1, 5))
    X, order, epochs = draw("X", n, d), rng.integers(0, n, draw.length("order", 20)).tolist(), int(rng.integers(0, 6))
    largest = (1 + len(order) * epochs) * (1 + d * np.abs(X).max() ** 2)
    grid = 2.0 ** np.ceil((np.log2(largest) - 51) / 2)
    return np.rint(X / grid) * grid, rng.choice([-1, 1], n), order, epochs
