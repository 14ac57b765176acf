import numpy as np


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, indices: list[int], project: bool = False) -> np.ndarray:
    """Train a linear SVM without bias by stochastic subgradient descent in a given order.

    Parameters
    ----------
    X : array of shape (n, d)
        One example a row.
    y : array of shape (n,)
        Labels, -1 or +1.
    lam : float
        The regularization strength, greater than 0. Step t has the size 1 / (lam t).
    indices : list of int
        The row that each step uses.
    project : bool
        Whether each step ends with the projection onto the ball of radius 1 / sqrt(lam).

    Returns
    -------
    array of shape (d,)
        The weights after the last step, started at zero.

    Raises
    ------
    ValueError
        If lam is 0 or negative.

    Notes
    -----
    Since lam times the step size is 1 / t, shrinking does not depend on lam. O(d) a step.
    """
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, start=1):
        short = y[i] * (X[i] @ w) < 1
        w *= 1 - 1 / t
        if short:
            w += y[i] * X[i] / (lam * t)
        if project:
            w /= max(1, np.sqrt(lam) * np.linalg.norm(w))
    return w
