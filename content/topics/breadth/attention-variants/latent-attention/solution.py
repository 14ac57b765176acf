import numpy as np


def latent_attention(
    Q: np.ndarray, R: np.ndarray, C: np.ndarray, S: np.ndarray, Wk: np.ndarray, Wv: np.ndarray
) -> np.ndarray:
    """Causal attention whose keys and values are linear maps of one cached latent for each token.

    Parameters
    ----------
    Q : array of shape (heads, n, d)
        Queries of the last n of m tokens, for the keys that come of latents.
    R : array of shape (heads, n, r)
        Their rotary queries.
    C : array of shape (m, c)
        Latents.
    S : array of shape (m, r)
        Rotary keys, which all heads share.
    Wk : array of shape (heads, c, d)
    Wv : array of shape (heads, c, dv)
        The maps from latents to keys and values.

    Returns
    -------
    array of shape (heads, n, dv)

    Raises
    ------
    ValueError
        If n exceeds m.

    Notes
    -----
    Queries are mapped to latents, and not latents to keys: multi-query attention with a single key head of width c + r.
    O(heads n m (c + r)) time, O(heads n m) memory.
    """
    Q, R, C, S, Wk, Wv = (np.asarray(one, float) for one in (Q, R, C, S, Wk, Wv))
    (heads, n, d), m = Q.shape, len(C)
    if n > m:
        raise ValueError("there are more queries than tokens")
    queries = np.concatenate([Q @ Wk.swapaxes(1, 2), R], axis=2).reshape(heads * n, -1)
    scores = queries @ np.hstack([C, S]).T / np.sqrt(d + S.shape[1])
    scores = scores.reshape(heads, n, m)
    scores[:, np.arange(m) > np.arange(m - n, m)[:, None]] = -np.inf
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    weights /= weights.sum(axis=2, keepdims=True)
    seen = (weights.reshape(heads * n, m) @ C).reshape(heads, n, -1)
    return seen @ Wv
