# A QR factorization first, signs by the largest entry, variances from the scores, and lists.
import numpy as np


def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if k <= 0 or k > d or k >= n:
        raise ValueError(k)
    X -= X.sum(axis=0) / n
    # A triangle first: the singular values of R are those of X, whichever way it is the longer.
    R = np.linalg.qr(X if n >= d else X.T, mode="r")
    Q = np.linalg.qr(X if n >= d else X.T)[0]
    u, s, vt = np.linalg.svd(R)
    rows = vt[:k] if n >= d else (Q @ u)[:, :k].T
    signs = np.sign(rows[np.arange(k), np.abs(rows).argmax(axis=1)])
    rows = rows * signs[:, np.newaxis]
    scores = np.stack([X @ row for row in rows], axis=1)
    variances = scores.var(axis=0, ddof=1)
    return [rows.tolist(), scores.tolist(), variances.tolist(), (variances / X.var(axis=0, ddof=1).sum()).tolist()]
