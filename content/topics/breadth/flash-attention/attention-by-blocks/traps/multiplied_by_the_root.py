# caught by: Random queries and keys, by all scores of a query
# Multiplies by the root of d.
import numpy as np


def attention_by_blocks(Q, K, V, block):
    n, d = Q.shape
    m = np.full((n, 1), -np.inf)
    l = np.zeros((n, 1))
    o = np.zeros((n, V.shape[1]))
    if K.shape[0] == 0:
        return o, m[:, 0]
    for j in range(0, K.shape[0], block):
        s = Q @ K[j : j + block].T * np.sqrt(d)
        m_new = np.maximum(m, s.max(axis=1, keepdims=True))
        p = np.exp(s - m_new)
        c = np.exp(m - m_new)
        l = l * c + p.sum(axis=1, keepdims=True)
        o = o * c + p @ V[j : j + block]
        m = m_new
    return o / l, (m + np.log(l))[:, 0]


def combine(O1, lse1, O2, lse2):
    top = np.maximum(lse1, lse2)
    top = np.where(top == -np.inf, 0.0, top)
    a, b = np.exp(lse1 - top), np.exp(lse2 - top)
    total = a + b
    safe = np.where(total > 0, total, 1.0)
    O = (a[:, None] * O1 + b[:, None] * O2) / safe[:, None]
    with np.errstate(divide="ignore"):
        return O, top + np.log(total)
