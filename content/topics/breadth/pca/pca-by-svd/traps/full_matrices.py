# caught by: No matrix of all pairs of 3,000 features
# Asks for the full factors: 3000 x 3000 of them.
import numpy as np


def pca(X, k):
    n, d = X.shape
    if k < 1 or k > min(n - 1, d):
        raise ValueError("k out of range")
    Xc = X - X.mean(axis=0, keepdims=True)
    U, S, Vt = np.linalg.svd(Xc)
    components = Vt[:k]
    scores = U[:, :k] * S[:k]
    var = S**2 / (n - 1)
    return components, scores, var[:k], var[:k] / np.sum(var)
