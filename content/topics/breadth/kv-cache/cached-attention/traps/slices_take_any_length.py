# caught by: Truncating to all, to none, and beyond
# A slice beyond the end is no error in Python.
import numpy as np


class CachedAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads):
        if len(Wq) % heads:
            raise ValueError("heads")
        self.Wq, self.Wk, self.Wv, self.Wo, self.heads = Wq, Wk, Wv, Wo, heads
        self.K = np.empty((0, len(Wq)))
        self.V = np.empty((0, len(Wq)))

    def extend(self, X):
        n, (m, d) = len(self.K), np.shape(X)
        self.K = np.vstack([self.K, X @ self.Wk])
        self.V = np.vstack([self.V, X @ self.Wv])
        dh = d // self.heads
        Q = (X @ self.Wq).reshape(m, self.heads, dh).transpose(1, 0, 2)
        K = self.K.reshape(n + m, self.heads, dh).transpose(1, 0, 2)
        V = self.V.reshape(n + m, self.heads, dh).transpose(1, 0, 2)
        S = Q @ K.transpose(0, 2, 1) / np.sqrt(dh)
        S = np.where(np.tri(m, n + m, n, dtype=bool), S, -np.inf)
        P = np.exp(S - S.max(axis=-1, keepdims=True))
        P = P / P.sum(axis=-1, keepdims=True)
        return (P @ V).transpose(1, 0, 2).reshape(m, d) @ self.Wo

    def truncate(self, length):
        self.K, self.V = self.K[:length], self.V[:length]
