# caught by: A few steps, number by number
# The gradient of the mean square, without the half that is in the loss.
import numpy as np


def gradient_descent(X, y, step, steps):
    if step <= 0 or steps < 0:
        raise ValueError("step")
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for k in range(steps + 1):
        r = X @ w + b - y
        losses.append((r @ r) / (2 * len(y)))
        if k < steps:
            w = w - step * 2 / len(y) * (X.T @ r)
            b = b - step * 2 * r.mean()
    return w, float(b), np.array(losses)
