from fractions import Fraction

import numpy as np


def perceptron(X, y, order, epochs):
    """The rule in fractions, the bias as the weight of a feature that is always one."""
    if {*y.tolist()} - {-1, 1}:
        raise ValueError("labels must be -1 or +1")
    rows = [[Fraction(value) for value in (*row, 1)] for row in X.tolist()]
    w, mistakes = [Fraction(0)] * (X.shape[1] + 1), []
    for _ in range(epochs):
        before = w
        w, wrong = one_epoch(w, rows, y.tolist(), order)
        mistakes.append(wrong)
        if w == before and wrong == 0:
            break
    return [float(value) for value in w[:-1]], float(w[-1]), mistakes


def one_epoch(w, rows, labels, order):
    wrong = 0
    for i in order:
        signed = [int(labels[i]) * value for value in rows[i]]
        if sum(map(Fraction.__mul__, signed, w)) <= 0:
            w, wrong = [a + b for a, b in zip(w, signed, strict=True)], wrong + 1
    return w, wrong


def inputs(rng, draw):
    """Rows of any scale, on a grid so coarse that every margin is exact in floating point."""
    n, d = draw.length("X", 12), int(rng.integers(1, 5))
    X, order, epochs = draw("X", n, d), rng.integers(0, n, draw.length("order", 20)).tolist(), int(rng.integers(0, 6))
    largest = (1 + len(order) * epochs) * (1 + d * np.abs(X).max() ** 2)
    grid = 2.0 ** np.ceil((np.log2(largest) - 51) / 2)
    y = rng.choice([-1, 1], n)
    if rng.random() < 0.02:
        y = np.where(rng.random(n) < 0.5, y, rng.choice([-2.0, 0.5, 3.0]))
    return np.rint(X / grid) * grid, y, order, epochs
