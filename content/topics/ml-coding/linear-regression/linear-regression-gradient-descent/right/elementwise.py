# Products and sums of whole arrays, without a matrix product: ten times as slow, and vectorized.
import numpy as np


def gradient_descent(X, y, step, steps):
    if not step > 0 or steps < 0:
        raise ValueError("no")
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    w, b, L = np.zeros((X.shape[1], 1)), 0.0, []
    for k in range(steps + 1):
        r = np.sum(X * w.T, axis=1, keepdims=True) + b - y[:, None]
        L.append(np.mean(r**2) / 2)
        if k < steps:
            g = np.mean(X * r, axis=0)[:, None]
            w, b = w - step * g, b - step * np.mean(r)
    return w[:, 0], b, np.array(L)
