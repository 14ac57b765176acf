import numpy as np


def pca(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Find the first k principal components.

    Parameters
    ----------
    X : array of shape (n, d)
    k : int

    Returns
    -------
    components : array of shape (k, d)
        Rows of length 1, of either sign.
    scores : array of shape (n, k)
    variances : array of shape (k,)
        With the divisor n - 1.
    ratios : array of shape (k,)
        Shares of the total variance.

    Raises
    ------
    ValueError
        Unless 1 <= k <= min(n - 1, d).

    Notes
    -----
    The thin singular value decomposition of the centered data: O(n d min(n, d)) time, O(n d) memory. Going by the
    covariance would square the ratio of the largest to the smallest deviation.
    """
    X = np.asarray(X, float)
    n, d = X.shape
    if not 1 <= k <= min(n - 1, d):
        raise ValueError(f"k must be from 1 to {min(n - 1, d)}, not {k}")
    centered = X - X.mean(axis=0)
    _, deviations, directions = np.linalg.svd(centered, full_matrices=False)
    variances = deviations**2 / (n - 1)
    components = directions[:k]
    return components, centered @ components.T, variances[:k], variances[:k] / variances.sum()
