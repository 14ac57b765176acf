import numpy as np


def lora_forward(X: np.ndarray, W: np.ndarray, A: np.ndarray, B: np.ndarray, alpha: float) -> np.ndarray:
    """Outputs of a linear layer with a low-rank update.

    Parameters
    ----------
    X : array of shape (n, in)
    W : array of shape (out, in)
    A : array of shape (r, in)
    B : array of shape (out, r)
    alpha : float
        The update is scaled by alpha / r.

    Returns
    -------
    array of shape (n, out)

    Notes
    -----
    Bracketed so that B A is never formed: O(n (in out + r (in + out))).
    """
    X, W, A, B = (np.asarray(one, float) for one in (X, W, A, B))
    return X @ W.T + alpha / len(A) * (X @ A.T) @ B.T


def lora_gradients(
    X: np.ndarray, W: np.ndarray, A: np.ndarray, B: np.ndarray, alpha: float, G: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients with respect to A, B and X.

    Parameters
    ----------
    X, W, A, B, alpha
        As of the forward pass.
    G : array of shape (n, out)
        The gradient of the loss with respect to the outputs.

    Returns
    -------
    dA, dB, dX : arrays of the shapes of A, B and X

    Notes
    -----
    Backpropagation through two linear layers in a row; X also gets what comes through W.
    """
    X, W, A, B, G = (np.asarray(one, float) for one in (X, W, A, B, G))
    scale, back = alpha / len(A), G @ B
    return scale * back.T @ X, scale * G.T @ (X @ A.T), G @ W + scale * back @ A


def lora_merge(W: np.ndarray, A: np.ndarray, B: np.ndarray, alpha: float) -> np.ndarray:
    """The weights of a plain layer with the same outputs, an array of shape (out, in)."""
    W, A, B = (np.asarray(one, float) for one in (W, A, B))
    return W + alpha / len(A) * (B @ A)
