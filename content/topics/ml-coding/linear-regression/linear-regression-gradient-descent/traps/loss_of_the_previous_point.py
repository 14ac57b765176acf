# caught by: The last loss is that of the answer
# The loss is recorded before each update only, and the last entry repeats.
import numpy as np


def gradient_descent(X, y, step, steps):
    if step <= 0 or steps < 0:
        raise ValueError("step")
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [np.mean(y**2) / 2]
    for _ in range(steps):
        r = X @ w + b - y
        losses.append((r @ r) / (2 * len(y)))
        w = w - step / len(y) * (X.T @ r)
        b = b - step * r.mean()
    return w, float(b), np.array(losses)
