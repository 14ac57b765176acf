# Centered columns of unit variance, tolerance looked at in the original ones; the step is halved while J rises at all, to a limit.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    labels = set(np.unique(np.asarray(y, float)).tolist())
    if not (l2 > 0) or labels != {0.0, 1.0}:
        raise ValueError("bad")
    X, y = np.asarray(X, float), np.asarray(y, float)
    m = X.mean(0)
    s = X.std(0)
    s[s == 0] = 1.0
    A = np.column_stack([(X - m) / s, np.ones(len(X))])
    full = np.column_stack([X, np.ones(len(X))])
    r = np.append(l2 / s**2, 0.0)
    t = np.append(np.zeros(X.shape[1]), np.log(y.mean() / (1 - y.mean())))

    def J(t):
        z = A @ t
        return (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) - y * z).sum() + r @ t**2 / 2

    for _ in range(200):
        w = t[:-1] / s
        b = t[-1] - m @ w
        e = np.exp(-np.abs(full @ np.append(w, b)))
        z = full @ np.append(w, b)
        p = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
        true = full.T @ (p - y) + np.append(l2 * w, 0)
        if np.abs(true).max() <= tol:
            break
        g = A.T @ (p - y) + r * t
        H = (A * (p * (1 - p))[:, None]).T @ A + np.diag(r)
        move = np.linalg.lstsq(H, g, rcond=None)[0]
        k = 1.0
        while k > 1e-12 and J(t - k * move) > J(t):
            k /= 4
        t = t - k * move
    return w.tolist(), b
