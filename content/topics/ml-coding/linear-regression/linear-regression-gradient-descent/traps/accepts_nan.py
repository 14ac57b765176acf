# caught by: An impossible step or number of steps raises ValueError
# NaN <= 0 is false, so that NaN passes as a step.
import numpy as np


def gradient_descent(X, y, step, steps):
    if step <= 0 or steps < 0:
        raise ValueError("bad")
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for k in range(steps + 1):
        r = X @ w + b - y
        losses.append((r @ r) / (2 * len(y)))
        if k < steps:
            g, h = X.T @ r / len(y), r.mean()
            w = w - step * g
            b = b - step * h
    return w, float(b), np.array(losses)
