import numpy as np


def averaged_perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float]:
    """Train a perceptron in the given order and return the mean of its weights over all visits.

    Parameters
    ----------
    X : array of shape (n, d)
        One example a row.
    y : array of shape (n,)
        Labels, -1 or +1.
    order : list of int
        The rows that one epoch visits, in this order; rows may repeat or be left out.
    epochs : int
        The number of epochs.

    Returns
    -------
    w : array of shape (d,)
        The weights after each visit, averaged over the visits; zeros if there were none.
    b : float
        The same for the bias.

    Notes
    -----
    The sums watch the training and do not take part in it. O(d) a visit.
    """
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
            sum_w += w
            sum_b += b
    visits = max(1, epochs * len(order))
    return sum_w / visits, sum_b / visits
