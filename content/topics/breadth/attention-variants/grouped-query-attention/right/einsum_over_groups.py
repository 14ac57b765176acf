# Five axes and einsum; a finite number far below every score for what is not seen.
import numpy as np


def grouped_query_attention(Q, K, V, window=None):
    heads, n, d = Q.shape
    groups, m, _ = K.shape
    if heads % groups != 0:
        raise ValueError("heads")
    if n > m:
        raise ValueError("queries")
    if window is not None and window <= 0:
        raise ValueError("window")
    q = Q.reshape(groups, heads // groups, n, d) / np.sqrt(d)
    scores = np.einsum("gsnd,gmd->gsnm", q, K.astype(float, copy=False))
    visible = np.tril(np.ones((n, m), bool), k=m - n)
    if window is not None:
        visible &= np.triu(np.ones((n, m), bool), k=m - n - window + 1)
    scores = np.where(visible, scores, -1e9)
    scores -= np.amax(scores, axis=-1, keepdims=True)
    e = np.exp(scores)
    out = np.einsum("gsnm,gmv->gsnv", e, V) / e.sum(-1)[..., None]
    return out.reshape(heads, n, -1)
