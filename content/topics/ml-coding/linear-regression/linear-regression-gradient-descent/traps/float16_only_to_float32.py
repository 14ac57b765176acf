# caught by: Numbers of any type, and large ones
# Widens float16 to float32 and computes in that, as if that were enough for half precision.
import numpy as np


def gradient_descent(X, y, step, steps):
    if not step > 0 or steps < 0:
        raise ValueError("step must be positive and steps not negative")
    kind = np.float32 if X.dtype == np.float16 else np.float64
    X, y = np.asarray(X, dtype=kind), np.asarray(y, dtype=kind)
    n, d = X.shape
    w, b = np.zeros(d, dtype=X.dtype), 0.0
    losses = np.empty(steps + 1)
    for k in range(steps + 1):
        residual = X @ w + b - y
        losses[k] = residual @ residual / (2 * n)
        if k < steps:
            w = w - step * (X.T @ residual) / n
            b = b - step * residual.mean()
    return w, float(b), losses
