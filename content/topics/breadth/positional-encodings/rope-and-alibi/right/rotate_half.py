# The form of libraries: X cos + rot(X) sin, with angles repeated to the whole width.
import numpy as np


def rotate(X, positions, base=10000.0, halves=False):
    X = np.array(X, dtype=float)
    d = X.shape[-1]
    if d & 1:
        raise ValueError("d must be even")
    inv = base ** -(np.arange(d // 2) / (d / 2))
    freqs = np.einsum("n,i->ni", np.array(positions, dtype=float), inv)
    if halves:
        emb = np.concatenate([freqs, freqs], axis=1)
        rot = np.concatenate([-X[:, d // 2 :], X[:, : d // 2]], axis=1)
    else:
        emb = np.repeat(freqs, 2, axis=1)
        rot = np.empty_like(X)
        rot[:, 0::2], rot[:, 1::2] = -X[:, 1::2], X[:, 0::2]
    return X * np.cos(emb) + rot * np.sin(emb)


def alibi(heads, queries, keys):
    if heads < 1 or (heads & (heads - 1)) != 0 or queries > keys:
        raise ValueError("no")
    bias = np.zeros((heads, queries, keys))
    for h in range(heads):
        bias[h] = 2.0 ** (-8.0 * (h + 1) / heads) * np.minimum(
            0, np.arange(keys) - np.arange(keys - queries, keys)[:, None]
        )
    bias[:, np.triu(np.ones((queries, keys), bool), k=keys - queries + 1)] = -np.inf
    return bias
