# Levenberg-Marquardt: a growing diagonal instead of shorter steps.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    y = np.asarray(y).astype(float)
    X = np.asarray(X).astype(float)
    if not l2 > 0 or not ((y == 0) | (y == 1)).all() or y.min() == y.max():
        raise ValueError
    n, d = X.shape
    w, b, mu = np.zeros(d), 0.0, 0.0

    def parts(w, b):
        z = X @ w + b
        p = np.where(z > 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
        J = np.sum(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))) + l2 / 2 * (w @ w)
        return J, p, X.T @ (p - y) + l2 * w, np.sum(p - y)

    J, p, gw, gb = parts(w, b)
    for _ in range(500):
        if max(np.abs(gw).max(), abs(gb)) <= tol:
            break
        s = p * (1 - p)
        H = np.empty((d + 1, d + 1))
        H[:d, :d] = X.T @ (s[:, None] * X) + l2 * np.eye(d)
        H[d, :d] = H[:d, d] = s @ X
        H[d, d] = s.sum()
        step = np.linalg.solve(H + mu * np.diag(np.diag(H) + 1e-300), np.append(gw, gb))
        new = parts(w - step[:d], b - step[d])
        if new[0] <= J * (1 + 1e-12):
            w, b, mu = w - step[:d], b - step[d], mu / 10 if mu > 1e-8 else 0.0
            J, p, gw, gb = new
        else:
            mu = max(10 * mu, 1e-3)
    return w, b
