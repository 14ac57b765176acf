# caught by: The example in the statement
# Gives the mean of latents, and never maps it.
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
    out = np.zeros((heads, n, Wv.shape[2]))
    k = min(C.shape[1], Wv.shape[2])
    out[:, :, :k] = (w @ C)[:, :, :k]
    return out
