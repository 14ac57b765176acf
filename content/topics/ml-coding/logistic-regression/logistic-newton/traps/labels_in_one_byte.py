# caught by: Without a penalty, or without both classes, it raises ValueError
# Labels fit into a byte, and 257 in a byte is 1.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    y = np.asarray(y)
    y = (y if y.dtype.kind == "f" else y.astype(np.uint8)).astype(float)
    if not l2 > 0 or not ((y == 0) | (y == 1)).all() or y.min() == y.max():
        raise ValueError
    X = np.asarray(X, dtype=np.float64)
    n, d = X.shape
    A = np.column_stack([X, np.ones(n)])
    pen = np.full(d + 1, float(l2))
    pen[d] = 0
    v = np.zeros(d + 1)

    def J(v):
        z = A @ v
        return (np.logaddexp(0, z) - y * z).sum() + (pen * v * v).sum() / 2

    f = J(v)
    for _ in range(200):
        z = A @ v
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        g = A.T @ (p - y) + pen * v
        if np.abs(g).max() <= tol:
            break
        H = (A * (e / (1 + e) ** 2)[:, None]).T @ A + np.diag(pen)
        s = 1 / np.sqrt(np.maximum(np.diag(H), 1e-300))
        step = s * np.linalg.lstsq(H * s * s[:, None], -g * s, rcond=1e-15)[0]
        t = 1.0
        slope = g @ step
        while True:
            new = J(v + t * step)
            if new <= f + 1e-4 * t * slope + 1e-13 * abs(f) or t < 1e-10:
                break
            t /= 2
        v = v + t * step
        f = new
    return v[:d], float(v[d])
