import numpy as np


def train_mlp(
    X: np.ndarray,
    y: np.ndarray,
    W1: np.ndarray,
    b1: np.ndarray,
    w2: np.ndarray,
    b2: float,
    learning_rate: float,
    steps: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, float, list[float]]:
    """Train a network with one tanh layer and a sigmoid output by full-batch gradient descent.

    Parameters
    ----------
    X : array of shape (n, d)
        One example a row.
    y : array of shape (n,)
        Labels, 0 or 1.
    W1, b1 : arrays of shape (d, h) and (h,)
        The hidden layer at the start.
    w2, b2 : array of shape (h,) and float
        The output layer at the start.
    learning_rate : float
        The step size.
    steps : int
        The number of steps, 0 or more.

    Returns
    -------
    W1, b1, w2, b2
        The parameters after the last step, in the shapes they came in.
    losses : list of float
        The mean log loss before each step.

    Notes
    -----
    The error at the logits is (sigmoid(z) - y) / n; the sigmoid is written with tanh, which cannot
    overflow. O(n d h) a step. New arrays replace the old ones, so the caller's stay as they are.
    """
    X, y, W1, b1, w2 = (np.asarray(array, float) for array in (X, y, W1, b1, w2))
    losses = []
    for _ in range(steps):
        H = np.tanh(X @ W1 + b1)
        z = H @ w2 + b2
        losses.append(np.mean(np.logaddexp(0, z) - y * z))
        error = (0.5 * (1 + np.tanh(z / 2)) - y) / len(y)
        hidden_error = np.outer(error, w2) * (1 - H**2)
        W1 = W1 - learning_rate * X.T @ hidden_error
        b1 = b1 - learning_rate * hidden_error.sum(axis=0)
        w2 = w2 - learning_rate * H.T @ error
        b2 = b2 - learning_rate * error.sum()
    return W1, b1, w2, b2, losses
