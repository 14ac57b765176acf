# caught by: Deviations that differ by a factor of a million
# By the covariance, which loses small deviations.
import numpy as np


def pca(X, k):
    n, d = X.shape
    if not 1 <= k <= min(n - 1, d):
        raise ValueError("k out of range")
    Xc = X - X.mean(axis=0)
    cov = Xc.T @ Xc / (n - 1)
    values, vectors = np.linalg.eigh(cov)
    values, vectors = values[::-1], vectors[:, ::-1]
    components = vectors[:, :k].T
    return components, Xc @ components.T, values[:k], values[:k] / values.sum()
