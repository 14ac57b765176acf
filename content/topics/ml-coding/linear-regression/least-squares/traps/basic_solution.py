# caught by: A copy of the column shares its weight
# Drops columns until the rest are independent: a best fit, but its weights are not the smallest.
import numpy as np


def least_squares(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    center, level = X.mean(axis=0), y.mean()
    C, chosen = X - center, []
    for j in range(X.shape[1]):
        s = np.linalg.svd(C[:, [*chosen, j]], compute_uv=False)
        if len(s) > len(chosen) and s[-1] > 1e-10 * np.linalg.norm(X):
            chosen.append(j)
    w = np.zeros(X.shape[1])
    if chosen:
        w[chosen] = np.linalg.lstsq(C[:, chosen], y - level, rcond=None)[0]
    return w, float(level - center @ w)
