"""The logistic loss and its gradient with fifty decimal digits, by the formulas of the statement as they stand."""

from decimal import Context, Decimal, localcontext

import numpy as np


def logistic_loss(w, b, X, y):
    weights, rows, labels = list(map(Decimal, w.tolist())), [list(map(Decimal, row)) for row in X.tolist()], y.tolist()
    if any(label not in (0, 1) for label in labels):
        raise ValueError("labels")
    with localcontext(Context(prec=50)):
        logits = [dot(weights, row) + Decimal(b) for row in rows]
        loss = sum(log_of_one_plus_exp(-z if label else z) for z, label in zip(logits, labels, strict=True))
        errors = [1 / (1 + (-z).exp()) - int(label) for z, label in zip(logits, labels, strict=True)]
        slopes = [dot(errors, column) for column in zip(*rows, strict=True)]
        n = len(rows)
        return float(loss / n), np.array([slope / n for slope in slopes], float), float(sum(errors) / n)


def log_of_one_plus_exp(t):
    return t if t > 1000 else (1 + t.exp()).ln()


def dot(a, b):
    return sum((x * y for x, y in zip(a, b, strict=True)), Decimal(0))


def inputs(rng, draw):
    n, d = draw.length("X", 8), int(rng.integers(1, 5))
    w, b, X = draw("w", d), draw("b"), draw("X", n, d)
    b = float(b) if rng.random() < 0.7 else float(-w @ X[0])
    most = (np.abs(X) @ np.abs(w) + abs(b)).max()
    if most > 1e6:
        w, b = w * (1e6 / most), b * 1e6 / most
    y = rng.integers(0, 2, n).astype(float)
    if rng.random() < 0.05:
        y[0] = rng.choice([2.0, -1.0, 0.5, np.nan])
    return w, b, X, y
