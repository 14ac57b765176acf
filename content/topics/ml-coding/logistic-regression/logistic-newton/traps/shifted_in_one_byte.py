# caught by: Numbers and labels of any type
# Shifts the columns before it makes them floats, and in one byte the sum wraps.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    if not l2 > 0:
        raise ValueError("l2 must be positive")
    X = np.asarray(X)
    X = X.astype(np.float64) if X.dtype.kind == "f" else (X + X.max(axis=0)).astype(np.float64) - X.max(axis=0)
    y = np.asarray(y, dtype=np.float64)
    if not np.all((y == 0) | (y == 1)) or y.min() == y.max():
        raise ValueError("y must hold 0 and 1")
    n, d = X.shape
    A = np.hstack([X, np.ones((n, 1))])
    ridge = np.full(d + 1, float(l2))
    ridge[d] = 0.0

    def evaluate(theta):
        z = A @ theta
        e = np.exp(-np.abs(z))
        prob = np.where(z >= 0, 1.0, e) / (1 + e)
        value = np.sum(np.maximum((1 - 2 * y) * z, 0) + np.log1p(e)) + 0.5 * np.sum(ridge * theta * theta)
        return value, A.T @ (prob - y) + ridge * theta, e / (1 + e) ** 2

    theta = np.zeros(d + 1)
    theta[d] = np.log(y.mean() / (1 - y.mean()))
    value, gradient, s = evaluate(theta)
    for _ in range(500):
        if np.abs(gradient).max() <= 0.5 * tol:
            break
        H = (A * s[:, None]).T @ A + np.diag(ridge)
        scale = 1 / np.sqrt(np.maximum(np.diag(H), 1e-300))
        step = -scale * np.linalg.solve(H * np.outer(scale, scale) + 1e-14 * np.eye(d + 1), scale * gradient)
        slope = gradient @ step
        t = 1.0
        for _ in range(80):
            new = evaluate(theta + t * step)
            if new[0] <= value + 1e-4 * t * slope + 1e-13 * abs(value) + 1e-15 * n:
                break
            t /= 2
        theta = theta + t * step
        value, gradient, s = new
    return theta[:d], float(theta[d])
