# Column by column, with a Python loop over the features.
import numpy as np


def gradient_descent(X, y, step, steps):
    if not step > 0 or steps < 0:
        raise ValueError("bad")
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    w, b, L = [0.0] * d, 0.0, []
    cols = [X[:, j].copy() for j in range(d)]
    for k in range(steps + 1):
        p = np.full(n, b)
        for j in range(d):
            p = p + w[j] * cols[j]
        r = p - y
        L.append(float(sum(np.square(r))) / (2 * n) if n < 50 else float(np.sum(r**2) / (2 * n)))
        if k < steps:
            w = [w[j] - step * float(np.dot(cols[j], r)) / n for j in range(d)]
            b = b - step * float(np.sum(r)) / n
    return np.array(w), b, np.array(L)
