# One head and one query at a time, over the latents it sees; lists in the end.
import numpy as np


def latent_attention(Q, R, C, S, Wk, Wv):
    heads, n, d = np.shape(Q)
    m = len(C)
    if n > m:
        raise ValueError
    out = []
    for h in range(heads):
        rows = []
        for i in range(n):
            seen = m - n + i + 1
            q = Wk[h] @ Q[h][i]
            score = (C[:seen] @ q + S[:seen] @ R[h][i]) / np.sqrt(d + len(R[h][i]))
            weight = np.exp(score - max(score))
            latent = weight @ C[:seen] / weight.sum()
            rows.append((latent @ Wv[h]).tolist())
        out.append(rows)
    return out
