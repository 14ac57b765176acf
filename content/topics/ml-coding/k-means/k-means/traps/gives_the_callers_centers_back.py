# caught by: Integer points and centers: the returned centers are floats
# Without a move the centers are those that came in, and are given back with the type they came in.
import numpy as np


def _nearest(X, C):
    best = np.full(len(X), np.inf)
    lab = np.zeros(len(X), dtype=int)
    for j, c in enumerate(C):
        diff = X - c
        d = np.einsum("ij,ij->i", diff, diff)
        m = d < best
        best[m] = d[m]
        lab[m] = j
    return lab


def k_means(X, centers, max_iter):
    X = np.array(X, dtype=float)
    C = np.array(centers, dtype=float)
    k = len(C)
    lab = _nearest(X, C)
    for _ in range(max_iter):
        count = np.bincount(lab, minlength=k)
        new = C.copy()
        for f in range(X.shape[1]):
            s = np.bincount(lab, weights=X[:, f], minlength=k)
            new[count > 0, f] = s[count > 0] / count[count > 0]
        if np.array_equal(new, C):
            break
        C = new
        lab = _nearest(X, C)
    return lab, (C if max_iter else np.array(centers))
