# A buffer that doubles and is written in place, and a loop over tokens and heads.
import numpy as np


class CachedAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads):
        d = Wq.shape[0]
        if d % heads != 0:
            raise ValueError(f"{heads} heads do not divide {d}")
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads, self.dh, self.n = heads, d // heads, 0
        self.K, self.V = np.zeros((8, d)), np.zeros((8, d))

    def extend(self, X):
        outputs = []
        for x in X:
            if self.n == len(self.K):
                self.K = np.concatenate([self.K, np.zeros_like(self.K)])
                self.V = np.concatenate([self.V, np.zeros_like(self.V)])
            self.K[self.n], self.V[self.n] = x @ self.Wk, x @ self.Wv
            self.n += 1
            q, heads = x @ self.Wq, []
            for h in range(self.heads):
                part = slice(h * self.dh, (h + 1) * self.dh)
                s = self.K[: self.n, part] @ q[part] / self.dh**0.5
                e = np.exp(s - s.max())
                heads.append(e @ self.V[: self.n, part] / e.sum())
            outputs.append(np.concatenate(heads) @ self.Wo)
        return outputs

    def truncate(self, length):
        if length < 0 or length > self.n:
            raise ValueError("there are not so many tokens")
        self.n = length
