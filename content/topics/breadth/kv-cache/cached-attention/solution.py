import numpy as np


class CachedAttention:
    """Causal multi-head self-attention over tokens that come in pieces.

    Parameters
    ----------
    Wq, Wk, Wv, Wo : arrays of shape (d, d)
        Projections to queries, keys and values, and of the heads' outputs.
    heads : int
        Number of heads.

    Raises
    ------
    ValueError
        If `heads` does not divide d.

    Notes
    -----
    Only keys and values are kept, in a buffer that doubles. A step of m tokens after n costs O(m d**2 + m (n + m) d).
    """

    def __init__(self, Wq: np.ndarray, Wk: np.ndarray, Wv: np.ndarray, Wo: np.ndarray, heads: int) -> None:
        if len(Wq) % heads:
            raise ValueError("heads must divide the width")
        self.weights, self.heads = (Wq, Wk, Wv, Wo), heads
        self.cache, self.held = np.empty((2, 16, len(Wq))), 0  # keys and values, with room for more

    def extend(self, X: np.ndarray) -> np.ndarray:
        """Outputs of the next tokens, an array of shape (m, d), which are kept."""
        Wq, Wk, Wv, Wo = self.weights
        X, held = np.asarray(X, float), self.held
        self.held += len(X)
        while self.held > self.cache.shape[1]:
            self.cache = np.concatenate([self.cache, np.empty_like(self.cache)], axis=1)
        self.cache[:, held : self.held] = X @ Wk, X @ Wv
        Q, K, V = map(self._split, (X @ Wq, *self.cache[:, : self.held]))
        scores = Q @ K.swapaxes(1, 2) / np.sqrt(Q.shape[2])
        late = np.arange(self.held) > held + np.arange(len(X))[:, None]
        scores[:, late] = -np.inf
        weights = np.exp(scores - scores.max(axis=2, keepdims=True))
        weights /= weights.sum(axis=2, keepdims=True)
        return (weights @ V).swapaxes(0, 1).reshape(X.shape) @ Wo

    def truncate(self, length: int) -> None:
        """Keep the first `length` tokens. Raises ValueError if there are not so many."""
        if not 0 <= length <= self.held:
            raise ValueError("not so many tokens are held")
        self.held = length

    def _split(self, rows: np.ndarray) -> np.ndarray:
        """From (n, d) to (heads, n, d / heads)."""
        return rows.reshape(len(rows), self.heads, rows.shape[1] // self.heads).swapaxes(0, 1)
