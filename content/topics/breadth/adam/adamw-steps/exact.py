"""Means as fractions, roots in decimals of sixty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def corrected(values, beta):
    """The average so far at each step, by the weights of its terms."""
    total, weight = Fraction(0), Fraction(0)
    for value in values:
        total, weight = beta * total + value, beta * weight + 1
        yield decimal(total / weight)


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    columns = []
    with localcontext(prec=60):
        for start, column in zip(np.asarray(w).tolist(), np.asarray(grads).T.tolist(), strict=True):
            gradients, weight, path = [Fraction(g) for g in column], Decimal(start), []
            means = corrected(gradients, Fraction(beta1))
            squares = corrected([g * g for g in gradients], Fraction(beta2))
            for mean, square in zip(means, squares, strict=True):
                weight -= Decimal(lr) * (mean / (square.sqrt() + Decimal(eps)) + Decimal(weight_decay) * weight)
                path.append(float(weight))
            columns.append(path)
    return np.array(columns).T


def inputs(rng, draw):
    n, d = int(rng.integers(1, 7)), int(rng.integers(1, 4))
    lr, eps = float(10.0 ** rng.uniform(-6, 0)), float(10.0 ** rng.uniform(-10, 0))
    beta1, beta2 = float(rng.choice([0, rng.uniform(0, 0.9), 0.9])), float(1 - 10.0 ** rng.uniform(-4, -1))
    return checks.call("adamw", draw("w", d), draw("grads", n, d), lr, beta1, beta2, eps, float(rng.uniform(0, 1)))
