import numpy as np


def info_nce(U: np.ndarray, V: np.ndarray, temperature: float) -> tuple[float, np.ndarray, np.ndarray, float]:
    """The symmetric InfoNCE loss of a batch of pairs, and its gradients.

    Parameters
    ----------
    U, V : arrays of shape (n, d)
        Row i of U and row i of V are a pair; no row is zero.
    temperature : float
        Cosines are divided by it.

    Returns
    -------
    loss : float
        The mean over both directions and all pairs.
    dU, dV : arrays of shape (n, d)
        With respect to the rows as they were given.
    dtemperature : float

    Notes
    -----
    Two cross-entropies on one matrix of logits, over its rows and over its columns; the gradient of each is the softmax
    minus the identity. Going back through the normalization takes away what points along the row. O(n^2 d).
    """
    U, V = np.asarray(U, float), np.asarray(V, float)
    lengths_u, lengths_v = (np.linalg.norm(one, axis=1, keepdims=True) for one in (U, V))
    unit_u, unit_v = U / lengths_u, V / lengths_v
    logits = unit_u @ unit_v.T / temperature
    by_row, by_column = log_softmax(logits, 1), log_softmax(logits, 0)
    n = len(U)
    loss = -(np.trace(by_row) + np.trace(by_column)) / (2 * n)
    back = (np.exp(by_row) + np.exp(by_column) - 2 * np.eye(n)) / (2 * n)
    dU = before_normalizing(back @ unit_v / temperature, unit_u, lengths_u)
    dV = before_normalizing(back.T @ unit_u / temperature, unit_v, lengths_v)
    return float(loss), dU, dV, float(-np.sum(back * logits) / temperature)


def log_softmax(logits: np.ndarray, axis: int) -> np.ndarray:
    shifted = logits - logits.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def before_normalizing(gradient: np.ndarray, unit: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The gradient with respect to rows, from that with respect to rows divided by their lengths."""
    return (gradient - (gradient * unit).sum(axis=1, keepdims=True) * unit) / lengths
