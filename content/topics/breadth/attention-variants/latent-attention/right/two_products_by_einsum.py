# Two score terms by einsum, a lower triangle, and the log-sum-exp.
import numpy as np


def latent_attention(Q, R, C, S, Wk, Wv):
    H, n, d = Q.shape
    m, r = S.shape
    if m < n:
        raise ValueError("more queries than tokens")
    C = C.astype(np.float64)
    absorbed = np.einsum("hnd,hcd->hnc", Q, Wk)
    s = np.einsum("hnc,mc->hnm", absorbed, C) + np.einsum("hnr,mr->hnm", R, S)
    s *= (d + r) ** -0.5
    s = np.where(np.tri(n, m, m - n, dtype=bool), s, -1e12)
    p = np.exp(s - np.logaddexp.reduce(s, axis=-1, keepdims=True))
    return np.einsum("hnc,hcv->hnv", np.einsum("hnm,mc->hnc", p, C), Wv)
