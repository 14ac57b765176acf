# caught by: Keys and values of all heads are never held
# Computes keys and values of all heads, then attends.
import numpy as np


def latent_attention(Q, R, C, S, Wk, Wv):
    heads, n, d = Q.shape
    m, r = S.shape
    if n > m:
        raise ValueError("n > m")
    keys, values = C @ Wk, C @ Wv
    scores = (Q @ keys.transpose(0, 2, 1) + R @ S.T) / np.sqrt(d + r)
    seen = np.arange(m)[None, :] <= np.arange(n)[:, None] + m - n
    scores = np.where(seen, scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return w @ values
