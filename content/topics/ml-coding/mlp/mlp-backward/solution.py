import numpy as np


def mlp_backward(
    X: np.ndarray, y: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Mean cross-entropy of a two-layer ReLU network and its gradients.

    Parameters
    ----------
    X : array of shape (n, d)
        One example a row.
    y : array of shape (n,)
        The class of each example, an integer from 0 to k - 1.
    W1, b1 : arrays of shape (d, h) and (h,)
        The hidden layer, followed by ReLU.
    W2, b2 : arrays of shape (h, k) and (k,)
        The output layer, followed by softmax.

    Returns
    -------
    loss : float
        The cross-entropy in nats, averaged over the examples.
    dW1, db1, dW2, db2 : arrays of the shapes of W1, b1, W2, b2
        The gradient of the loss in each; the derivative of ReLU at 0 is 0.

    Notes
    -----
    The error at the logits is (P - Y) / n; each layer turns its error into gradients and passes it
    on. Log-probabilities come from a shifted log-sum-exp, so no logarithm of zero occurs.
    O(n (d h + h k)), about twice the forward pass on top of it.
    """
    X, W1, b1, W2, b2 = (np.asarray(array, float) for array in (X, W1, b1, W2, b2))
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    S = A @ W2 + b2
    S = S - S.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    right = np.arange(len(X)), np.asarray(y, int)
    loss = -log_P[right].mean()
    error = np.exp(log_P)
    error[right] -= 1
    error /= len(X)
    hidden_error = (error @ W2.T) * (Z > 0)
    return loss, X.T @ hidden_error, hidden_error.sum(axis=0), A.T @ error, error.sum(axis=0)
