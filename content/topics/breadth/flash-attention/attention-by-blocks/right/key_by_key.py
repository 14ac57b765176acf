# Normalized after each key of a block, one query at a time; gives lists.
import math

import numpy as np


def attention_by_blocks(Q, K, V, block):
    outs, logs = [], []
    for q in Q:
        out, lse = np.zeros(V.shape[1]), -math.inf
        for j in range(0, len(K), block):
            s = (K[j : j + block] @ q) / math.sqrt(len(q))
            top = s.max()
            e = np.exp(s - top)
            here = top + math.log(e.sum())
            (out,), (lse,) = combine(
                np.array([out]), np.array([lse]), (e @ V[j : j + block] / e.sum())[None], np.array([here])
            )
        outs.append(out)
        logs.append(lse)
    return [np.array(outs), logs]


def combine(O1, lse1, O2, lse2):
    gap = np.array([0.0 if x == y else x - y for x, y in zip(lse1, lse2)])
    gap = np.clip(gap, -745, 745)
    share = (1 / (1 + np.exp(-gap)))[:, None]
    share = np.where(np.isneginf(lse1)[:, None], 0.0, np.where(np.isneginf(lse2)[:, None], 1.0, share))
    both = np.isneginf(lse1) & np.isneginf(lse2)
    O = share * O1 + (1 - share) * O2
    O[both] = 0
    return O, np.logaddexp(lse1, lse2)
