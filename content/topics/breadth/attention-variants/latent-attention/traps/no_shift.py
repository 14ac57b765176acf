# caught by: The largest scores there are
# exp of scores as they are.
import numpy as np


def latent_attention(Q, R, C, S, Wk, Wv):
    heads, n, d = Q.shape
    m, r = S.shape
    if n > m:
        raise ValueError("n > m")
    q = Q @ Wk.transpose(0, 2, 1)
    scores = (q @ C.T + R @ S.T) / np.sqrt(d + r)
    seen = np.arange(m)[None, :] <= np.arange(n)[:, None] + m - n
    scores = np.where(seen, scores, -np.inf)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return (w @ C) @ Wv
