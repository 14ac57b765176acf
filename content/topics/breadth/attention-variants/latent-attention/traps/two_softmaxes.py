# caught by: The example in the statement
# A softmax for each part, and the mean of both weights.
import numpy as np


def latent_attention(Q, R, C, S, Wk, Wv):
    heads, n, d = Q.shape
    m, r = S.shape
    if n > m:
        raise ValueError("n > m")
    q = Q @ Wk.transpose(0, 2, 1)
    one, other = q @ C.T / np.sqrt(d + r), R @ S.T / np.sqrt(d + r)
    seen = np.arange(m)[None, :] <= np.arange(n)[:, None] + m - n
    w = 0
    for scores in (one, other):
        scores = np.where(seen, scores, -np.inf)
        e = np.exp(scores - scores.max(axis=-1, keepdims=True))
        w = w + e / e.sum(axis=-1, keepdims=True) / 2
    return (w @ C) @ Wv
