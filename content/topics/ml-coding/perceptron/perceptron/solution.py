import numpy as np


def perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float, list[int]]:
    """Train a perceptron, visiting the rows of X in the given order.

    Parameters
    ----------
    X : array of shape (n, d)
        One example a row.
    y : array of shape (n,)
        Labels, -1 or +1.
    order : list of int
        The rows that one epoch visits, in this order; rows may repeat or be left out.
    epochs : int
        The largest number of epochs; training stops earlier after an epoch without a mistake.

    Returns
    -------
    w : array of shape (d,)
        The weights, started at zero.
    b : float
        The bias, started at zero.
    mistakes : list of int
        The number of mistakes (margin at most zero) in each epoch that was run.

    Raises
    ------
    ValueError
        If a label is neither -1 nor +1.

    Notes
    -----
    The weights are a sum of signed examples: every mistake adds one. An epoch costs O(d) a visit.
    """
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
