# caught by: Enough steps reach the least-squares fit
# The intercept is averaged once more: its gradient is the mean residual, not the mean over n of it.
import numpy as np


def gradient_descent(X, y, step, steps):
    if step <= 0 or steps < 0:
        raise ValueError("step")
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for k in range(steps + 1):
        r = X @ w + b - y
        losses.append((r @ r) / (2 * len(y)))
        if k < steps:
            w = w - step / len(y) * (X.T @ r)
            b = b - step * r.mean() / len(y)
    return w, float(b), np.array(losses)
