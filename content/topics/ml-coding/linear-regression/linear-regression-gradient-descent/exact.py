"""Gradient descent with sixty decimal digits."""

from decimal import Context, Decimal, localcontext

import numpy as np


def gradient_descent(X, y, step, steps):
    with localcontext(Context(prec=60)):
        rows = [[*map(Decimal, row), Decimal(1)] for row in X.tolist()]
        targets, n = list(map(Decimal, y.tolist())), len(rows)
        theta, losses = [Decimal(0)] * len(rows[0]), []
        for k in range(steps + 1):
            residuals = [dot(theta, row) - target for row, target in zip(rows, targets, strict=True)]
            losses.append(sum(r * r for r in residuals) / (2 * n))
            if k < steps:
                slopes = [dot(residuals, column) / n for column in zip(*rows, strict=True)]
                theta = [t - Decimal(step) * slope for t, slope in zip(theta, slopes, strict=True)]
        return np.array(theta[:-1], float), float(theta[-1]), np.array(losses, float)


def dot(a, b):
    return sum((x * y for x, y in zip(a, b, strict=True)), Decimal(0))


def inputs(rng, draw):
    """Steps that converge, and steps of up to 1.3 times the largest that does, until the losses have grown a lot."""
    n = draw.length("X", 12)
    X = draw("X", n, int(rng.integers(1, 5)))
    A = np.column_stack([X, np.ones(n)])
    relative = float(rng.choice([0.01, 0.5, 1.0, 1.9, 2.2, 2.6]))
    step = min(10.0, max(1e-8, relative / (np.linalg.norm(A, 2) ** 2 / n)))
    return X, draw("y", n), step, int(rng.integers(0, 40 if relative < 2 else 12))
