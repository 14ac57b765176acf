# caught by: Numbers of any type, and large ones
# The weights get the type of the features: whole numbers stay at zero.
import numpy as np


def gradient_descent(X, y, step, steps):
    if not step > 0 or steps < 0:
        raise ValueError("bad")
    w, b, losses = np.zeros(X.shape[1], dtype=X.dtype), 0.0, []
    for k in range(steps + 1):
        r = X @ w + b - y
        losses.append(np.mean(r * r) / 2)
        if k < steps:
            w, b = (w - step * (X.T @ r) / len(y)).astype(X.dtype), b - step * r.mean()
    return w, float(b), np.array(losses)
