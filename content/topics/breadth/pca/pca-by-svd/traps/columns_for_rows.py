# caught by: Random data, as scikit-learn decomposes it
# Takes the columns of the transposed factor.
import numpy as np


def pca(X, k):
    n, d = X.shape
    if k < 1 or k > min(n - 1, d):
        raise ValueError("k out of range")
    Xc = X - X.mean(axis=0, keepdims=True)
    U, S, Vt = np.linalg.svd(Xc, full_matrices=False)
    components = Vt[:, :k].T
    scores = U[:, :k] * S[:k]
    var = S**2 / (n - 1)
    return components, scores, var[:k], var[:k] / np.sum(var)
