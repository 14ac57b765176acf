import numpy as np


def hinge_subgradient(
    w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float
) -> tuple[float, np.ndarray, float]:
    """Objective of a linear SVM and a subgradient of it.

    Parameters
    ----------
    w : array of shape (d,)
        The weights.
    b : float
        The bias, which is not penalized.
    X : array of shape (n, d)
        One example a row.
    y : array of shape (n,)
        Labels, -1 or +1.
    lam : float
        The weight of the penalty `lam / 2 * ||w||^2`, 0 or more.

    Returns
    -------
    loss : float
        The penalty plus the mean hinge loss.
    dw : array of shape (d,)
        A subgradient in w; any one where several exist.
    db : float
        The same in b.

    Notes
    -----
    Only examples with a positive loss pull, each with -y x / n. At a margin of exactly 1 this picks
    the slope 0, one of the valid choices. O(n d).
    """
    w, X, y = np.asarray(w, float), np.asarray(X, float), np.asarray(y, float)
    slack = np.maximum(0, 1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = np.where(slack > 0, y, 0) / len(y)
    return loss, lam * w - pull @ X, -pull.sum()
