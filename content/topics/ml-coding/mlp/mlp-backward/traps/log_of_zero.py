# caught by: Huge logits: the loss is not infinite, the gradients not NaN
# The softmax is shifted, yet the logarithm of an underflowed probability is minus infinity.
import numpy as np


def mlp_backward(
    X: np.ndarray, y: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    S = A @ W2 + b2
    S = S - S.max(axis=1, keepdims=True)
    P = np.exp(S)
    P = P / P.sum(axis=1, keepdims=True)
    right = np.arange(len(X)), y
    loss = -np.log(P[right]).mean()
    error = P
    error[right] -= 1
    error /= len(X)
    hidden_error = (error @ W2.T) * (Z > 0)
    return loss, X.T @ hidden_error, hidden_error.sum(axis=0), A.T @ error, error.sum(axis=0)
