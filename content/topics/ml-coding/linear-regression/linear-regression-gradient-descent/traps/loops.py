# caught by: As fast as matrix products
# Right, but one row at a time in Python.
import numpy as np


def gradient_descent(X, y, step, steps):
    if step <= 0 or steps < 0:
        raise ValueError("step")
    n = len(y)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for k in range(steps + 1):
        loss, gw, gb = 0.0, np.zeros(X.shape[1]), 0.0
        for i in range(n):
            r = X[i] @ w + b - y[i]
            loss += r * r
            gw += r * X[i]
            gb += r
        losses.append(loss / (2 * n))
        if k < steps:
            w, b = w - step * gw / n, b - step * gb / n
    return w, float(b), np.array(losses)
