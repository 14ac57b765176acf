import numpy as np


def grouped_query_attention(Q: np.ndarray, K: np.ndarray, V: np.ndarray, window: int | None = None) -> np.ndarray:
    """Causal attention of many query heads to few key-value heads.

    Parameters
    ----------
    Q : array of shape (heads, n, d)
        Queries of the last n of m tokens.
    K : array of shape (kv_heads, m, d)
    V : array of shape (kv_heads, m, dv)
    window : int, optional
        How many tokens a query sees, its own included; all up to its own if None.

    Returns
    -------
    array of shape (heads, n, dv)

    Raises
    ------
    ValueError
        If kv_heads does not divide heads, n exceeds m, or the window is less than 1.

    Notes
    -----
    Queries that share keys are stacked as rows, so that no key is copied: O(heads n m (d + dv)) time,
    O(heads n m) memory.
    """
    Q, K, V = (np.asarray(one, float) for one in (Q, K, V))
    (heads, n, d), (kv_heads, m, dv) = Q.shape, V.shape
    if heads % kv_heads or n > m or (window is not None and window < 1):
        raise ValueError("kv_heads must divide heads, n must not exceed m, and a window holds one token or more")
    stacked = Q.reshape(kv_heads, heads // kv_heads * n, d)
    scores = (stacked @ K.swapaxes(1, 2) / np.sqrt(d)).reshape(heads, n, m)
    back = np.arange(m - n, m)[:, None] - np.arange(m)
    scores[:, (back < 0) | (back >= (window or m))] = -np.inf
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    weights /= weights.sum(axis=2, keepdims=True)
    return (weights.reshape(kv_heads, -1, m) @ V).reshape(heads, n, dv)
