# caught by: Keys and values of a single head are never held
# Maps the queries to latents, and computes values all the same.
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
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return np.stack([w[h] @ (C @ Wv[h]) for h in range(heads)])
