# caught by: The inputs are not modified
# A single column raveled is a view of it, so that what is sorted there is sorted in X.
import numpy as np


def best_split(X, y):
    n, d = X.shape
    codes = np.unique(y, return_inverse=True)[1].reshape(-1)
    C = codes.max() + 1
    total = np.bincount(codes, minlength=C)
    g0 = 1 - ((total / n) ** 2).sum()
    best = None
    for j in range(d):
        order = np.argsort(X[:, j], kind="stable")
        v = X[order, j]
        if d == 1:
            X.ravel()[:] = v
        cand = np.nonzero(v[1:] > v[:-1])[0]
        if len(cand) == 0:
            continue
        onehot = np.zeros((n, C))
        onehot[np.arange(n), codes[order]] = 1
        left = np.cumsum(onehot, axis=0)[cand]
        nl = cand + 1.0
        nr = n - nl
        gl = 1 - ((left / nl[:, None]) ** 2).sum(1)
        gr = 1 - (((total - left) / nr[:, None]) ** 2).sum(1)
        gain = g0 - nl / n * gl - nr / n * gr
        k = int(np.argmax(gain))
        if best is None or gain[k] > best[2]:
            i = cand[k]
            best = (j, float((v[i] + v[i + 1]) / 2), float(gain[k]))
    return best
