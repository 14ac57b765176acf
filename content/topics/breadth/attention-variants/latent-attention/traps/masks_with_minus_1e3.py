# caught by: Late tokens have by far the largest scores
# Adds a penalty that scores exceed.
import numpy as np


def latent_attention(Q, R, C, S, Wk, Wv):
    heads, n, d = Q.shape
    m, r = S.shape
    if n > m:
        raise ValueError("n > m")
    q = Q @ Wk.transpose(0, 2, 1)
    scores = (q @ C.T + R @ S.T) / np.sqrt(d + r)
    seen = np.arange(m)[None, :] <= np.arange(n)[:, None] + m - n
    scores = scores + np.where(seen, 0, -1e3)
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return (w @ C) @ Wv
