import numpy as np


def least_squares(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Least-squares weights and intercept, the weights of smallest norm.

    Parameters
    ----------
    X : array of shape (n, d)
        Features.
    y : array of shape (n,)
        Targets.

    Returns
    -------
    tuple of (array of shape (d,), float)
        Weights w and intercept b. Among all minimizers of the squared error, w has the smallest
        Euclidean norm; b does not count in it.

    Notes
    -----
    Centering removes the intercept, the pseudoinverse of the centered columns gives the smallest
    weights. O(n d min(n, d)) time; the thin SVD needs no more memory than X.
    """
    X, y = np.asarray(X, float), np.asarray(y, float)
    center, level = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - center, full_matrices=False)
    kept = s > 1e-11 * np.linalg.norm(X)
    w = Vt[kept].T @ (U[:, kept].T @ (y - level) / s[kept])
    return w, float(level - center @ w)
