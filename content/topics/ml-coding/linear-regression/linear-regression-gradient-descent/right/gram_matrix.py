# The Gram matrix once, then steps of O(d^2); losses from it as well.
import numpy as np


def gradient_descent(X, y, step, steps):
    if not step > 0 or steps < 0:
        raise ValueError("bad")
    X, y = np.asarray(X, float), np.asarray(y, float)
    n = len(y)
    A = np.column_stack([X, np.ones(n)])
    G, c, s = A.T @ A / n, A.T @ y / n, y @ y / n
    t = np.zeros(len(c))
    L = []
    for k in range(steps + 1):
        L.append((t @ G @ t - 2 * c @ t + s) / 2)
        if k < steps:
            t = t - step * (G @ t - c)
    return t[:-1].tolist(), t[-1], L
