import numpy as np


def experts_forward(
    X: np.ndarray, W1: np.ndarray, W2: np.ndarray, choices: np.ndarray, gates: np.ndarray
) -> np.ndarray:
    """Outputs of a layer of experts, each of which works on the tokens that chose it.

    Parameters
    ----------
    X : array of shape (n, d)
    W1 : array of shape (experts, d, h)
    W2 : array of shape (experts, h, out)
    choices : array of shape (n, k), integers
        The experts of each token; -1 where a choice was dropped.
    gates : array of shape (n, k)
        The weights of these experts.

    Returns
    -------
    array of shape (n, out)

    Notes
    -----
    Tokens are gathered expert by expert: O(n k (d + out) h), whatever the number of experts.
    """
    X, W1, W2, gates = (np.asarray(one, float) for one in (X, W1, W2, gates))
    out = np.zeros((len(X), W2.shape[2]))
    for expert, (inner, outer) in enumerate(zip(W1, W2, strict=True)):
        rows, ranks = np.nonzero(np.asarray(choices) == expert)
        hidden = np.maximum(X[rows] @ inner, 0)
        out[rows] += gates[rows, ranks, None] * (hidden @ outer)
    return out


def experts_backward(
    X: np.ndarray, W1: np.ndarray, W2: np.ndarray, choices: np.ndarray, gates: np.ndarray, G: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients with respect to X, W1, W2 and gates, arrays of their shapes.

    G of shape (n, out) is the gradient of the loss with respect to the outputs of the forward pass.
    """
    X, W1, W2, gates, G = (np.asarray(one, float) for one in (X, W1, W2, gates, G))
    dX, dW1, dW2, dgates = (np.zeros_like(one) for one in (X, W1, W2, gates))
    for expert, (inner, outer) in enumerate(zip(W1, W2, strict=True)):
        rows, ranks = np.nonzero(np.asarray(choices) == expert)
        tokens, upstream = X[rows], gates[rows, ranks, None] * G[rows]
        hidden = np.maximum(tokens @ inner, 0)
        dgates[rows, ranks] = (hidden @ outer * G[rows]).sum(axis=1)
        dW2[expert] = hidden.T @ upstream
        back = upstream @ outer.T * (hidden > 0)
        dW1[expert] = tokens.T @ back
        dX[rows] += back @ inner.T
    return dX, dW1, dW2, dgates
