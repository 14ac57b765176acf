# caught by: No copy of the keys and values for each query head
# Repeats keys and values, then it is multi-head attention.
import numpy as np


def grouped_query_attention(Q, K, V, window=None):
    heads, n, d = Q.shape
    kv_heads, m, dv = V.shape
    if heads % kv_heads != 0 or n > m:
        raise ValueError("shapes")
    if window is not None and window < 1:
        raise ValueError("window")
    g = heads // kv_heads
    K, V = np.repeat(K, g, axis=0), np.repeat(V, g, axis=0)
    i = np.arange(n)[:, None] + m - n
    j = np.arange(m)[None, :]
    seen = j <= i
    if window is not None:
        seen &= i - j < window
    out = np.zeros((heads, n, dv))
    for h in range(heads):
        k, v = K[h], V[h]
        s = Q[h] @ k.T / np.sqrt(d)
        s = np.where(seen, s, -np.inf)
        s = s - s.max(axis=1, keepdims=True)
        w = np.exp(s)
        w = w / w.sum(axis=1, keepdims=True)
        out[h] = w @ v
    return out
