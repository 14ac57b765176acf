import numpy as np


def logistic_loss(w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray, float]:
    """Mean log loss of a linear classifier, and its gradient.

    Parameters
    ----------
    w : array of shape (d,)
        Weights.
    b : float
        Intercept.
    X : array of shape (n, d)
        Features.
    y : array of shape (n,)
        Labels, 0 or 1.

    Returns
    -------
    tuple of (float, array of shape (d,), float)
        The loss, its gradient in w, and its derivative in b.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1 (NaN is neither).

    Notes
    -----
    With the margin m = z for label 1 and -z for label 0, a row costs log(1 + exp(-m)), and
    sigmoid(-m) = exp(-log(1 + exp(m))) is how wrong it is. logaddexp never overflows. O(n d).
    """
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels must be 0 or 1")
    X, y = np.asarray(X, float), np.asarray(y, float)
    sign = np.where(y == 1, 1.0, -1.0)
    margin = sign * (X @ w + b)
    error = -sign * np.exp(-np.logaddexp(0, margin))
    return float(np.logaddexp(0, -margin).mean()), X.T @ error / len(y), float(error.mean())
