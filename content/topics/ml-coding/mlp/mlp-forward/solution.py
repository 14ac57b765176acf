import numpy as np


def mlp_forward(X: np.ndarray, weights: list[np.ndarray], biases: list[np.ndarray]) -> np.ndarray:
    """Class probabilities of a ReLU network with a softmax output.

    Parameters
    ----------
    X : array of shape (n, d_0)
        One example a row.
    weights : list of L arrays
        `weights[l]` has shape (d_l, d_{l+1}), inputs by outputs.
    biases : list of L arrays
        `biases[l]` has shape (d_{l+1},).

    Returns
    -------
    array of shape (n, d_L)
        The probability of each class; every row sums to one.

    Raises
    ------
    ValueError
        If `weights` and `biases` differ in length.

    Notes
    -----
    One matrix product a layer, O(n * sum of d_l d_{l+1}). Each row of logits is shifted by its
    maximum, which changes nothing and keeps every exponential at most one.
    """
    *hidden, last = zip(weights, biases, strict=True)
    A = np.asarray(X, float)
    for W, b in hidden:
        A = np.maximum(A @ W + b, 0)
    W, b = last
    logits = A @ W + b
    P = np.exp(logits - logits.max(axis=1, keepdims=True))
    return P / P.sum(axis=1, keepdims=True)
