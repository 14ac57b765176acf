# caught by: The example in the statement
# Takes the first eigenvectors, which are the smallest.
import numpy as np


def pca(X, k):
    n, d = X.shape
    if not 1 <= k <= min(n - 1, d):
        raise ValueError("k out of range")
    Xc = X - X.mean(axis=0)
    cov = Xc.T @ Xc / (n - 1)
    values, vectors = np.linalg.eigh(cov)
    components = vectors[:, :k].T
    return components, Xc @ components.T, values[:k], values[:k] / values.sum()
