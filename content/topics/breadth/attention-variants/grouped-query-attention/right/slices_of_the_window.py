# Loops over heads and queries, each with a slice of its keys; lists in the end.
import numpy as np


def grouped_query_attention(Q, K, V, window=None):
    H, n, d = np.shape(Q)
    G, m, dv = np.shape(V)
    if H % G or n > m:
        raise ValueError("shapes do not fit")
    if window is None:
        window = m
    if window < 1:
        raise ValueError("empty window")
    answer = []
    for h in range(H):
        rows = []
        k, v = K[h * G // H], V[h * G // H]
        for i in range(n):
            p = m - n + i
            first = max(p - window + 1, 0)
            s = np.asarray(k[first : p + 1], float) @ np.asarray(Q[h][i], float) / d**0.5
            w = np.exp(s - s.max())
            rows.append(list((w / w.sum()) @ v[first : p + 1]))
        answer.append(rows)
    return answer
