# Views pairs as complex numbers; ALiBi by broadcasting minimum.
import numpy as np


def rotate(X, positions, base=10000.0, halves=False):
    n, d = X.shape
    if d % 2:
        raise ValueError(d)
    half = d // 2
    z = X[:, :half] + 1j * X[:, half:] if halves else X[:, 0::2] + 1j * X[:, 1::2]
    theta = np.exp(-np.log(base) * np.arange(half) * 2 / d)
    z = z * np.exp(1j * np.asarray(positions)[:, None] * theta)
    if halves:
        return np.hstack([z.real, z.imag])
    return np.stack([z.real, z.imag], axis=-1).reshape(n, d)


def alibi(heads, queries, keys):
    if heads <= 0 or np.log2(heads) % 1 or keys < queries:
        raise ValueError("heads, queries, keys")
    start = 2 ** (-8 / heads)
    rows = []
    for h in range(1, heads + 1):
        rows.append(
            [[-(start**h) * (p - j) if j <= p else -np.inf for j in range(keys)] for p in range(keys - queries, keys)]
        )
    return rows
