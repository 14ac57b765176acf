# caught by: Tokens that are not seen have by far the largest scores
# The maximum is that of all keys: exponentials of those that are seen underflow to 0/0.
import numpy as np


def grouped_query_attention(Q, K, V, window=None):
    heads, n, d = Q.shape
    kv_heads, m, dv = V.shape
    if heads % kv_heads != 0 or n > m:
        raise ValueError("shapes")
    if window is not None and window < 1:
        raise ValueError("window")
    g = heads // kv_heads
    i = np.arange(n)[:, None] + m - n
    j = np.arange(m)[None, :]
    seen = j <= i
    if window is not None:
        seen &= i - j < window
    out = np.zeros((heads, n, dv))
    for h in range(heads):
        k, v = K[h // g], V[h // g]
        s = Q[h] @ k.T / np.sqrt(d)
        s = s - s.max(axis=1, keepdims=True)
        w = np.exp(s) * seen
        w = w / w.sum(axis=1, keepdims=True)
        out[h] = w @ v
    return out
