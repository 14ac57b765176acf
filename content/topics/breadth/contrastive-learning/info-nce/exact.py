"""Long doubles, and the chain of Jacobians written out: softmax, cosines, normalization."""

import numpy as np

from sharpen import checks

long = np.longdouble


def unit_and_jacobian(row):
    length = np.sqrt(np.sum(row * row))
    unit = row / length
    return unit, (np.eye(len(row), dtype=long) - np.multiply.outer(unit, unit)) / length


def cross_entropy(logits, right):
    """The loss of one classification and its gradient."""
    weights = np.exp(logits - np.max(logits))
    total = np.sum(weights)
    slope = weights / total
    slope[right] -= 1
    return np.log(total) + np.max(logits) - logits[right], slope


def info_nce(U, V, temperature):
    U, V, tau = np.asarray(U, long), np.asarray(V, long), long(temperature)
    (left, back_left), (right, back_right) = (zip(*map(unit_and_jacobian, X), strict=True) for X in (U, V))
    n, loss = len(U), long(0)
    cosines = np.array([[np.sum(u * v) for v in right] for u in left])
    slope = np.zeros((n, n), long)
    for i in range(n):
        one, across = cross_entropy(cosines[i] / tau, i)
        other, down = cross_entropy(cosines[:, i] / tau, i)
        loss += (one + other) / (2 * n)
        slope[i] += across / (2 * n * tau)
        slope[:, i] += down / (2 * n * tau)
    dU = [back @ sum(slope[i, j] * right[j] for j in range(n)) for i, back in enumerate(back_left)]
    dV = [back @ sum(slope[i, j] * left[i] for i in range(n)) for j, back in enumerate(back_right)]
    return float(loss), np.array(dU, float), np.array(dV, float), float(-np.sum(slope * cosines) / tau)


def inputs(rng, draw):
    n, d = int(rng.integers(1, 6)), int(rng.integers(1, 5))
    U, V = (
        np.where((X * X).sum(axis=1, keepdims=True) < 0.01, np.ones_like(X), X)
        for X in (draw("U", n, d), draw("V", n, d))
    )
    return checks.call("info_nce", U, V, float(10 ** rng.uniform(-3, 1)))


same = {"info_nce": checks.close(1e-6, 1e-6)}
