# A pass for the maxima, one for the sums; the combination by weights that a sigmoid gives.
import numpy as np


def attention_by_blocks(Q, K, V, block):
    Q = Q / np.sqrt(Q.shape[1])
    m = len(K)
    if m == 0:
        return np.zeros((len(Q), V.shape[1])), np.full(len(Q), -np.inf)
    starts = range(0, m, block)
    top = np.max([(Q @ K[s : s + block].T).max(axis=1) for s in starts], axis=0)
    total, out = 0.0, 0.0
    for s in starts:
        e = np.exp(Q @ K[s : s + block].T - top[:, None])
        total = total + e.sum(1)
        out = out + e @ V[s : s + block]
    return out / total[:, None], np.log(total) + top


def combine(O1, lse1, O2, lse2):
    O, lse = np.zeros_like(O1, dtype=float), np.full(len(lse1), -np.inf)
    for i, (x, y) in enumerate(zip(lse1, lse2)):
        if x == -np.inf and y == -np.inf:
            continue
        lse[i] = np.logaddexp(x, y)
        O[i] = O1[i] * np.exp(x - lse[i]) + O2[i] * np.exp(y - lse[i])
    return O, lse
