# caught by: Neighbors, each pair as a complex number
# Uses i / d where it should be 2 i / d.
import numpy as np


def rotate(X, positions, base=10000.0, halves=False):
    n, d = X.shape
    if d % 2 == 1:
        raise ValueError("odd")
    theta = 1.0 / base ** (np.arange(d // 2) / d)
    angle = np.array(positions)[:, None] * theta
    cos, sin = np.cos(angle), np.sin(angle)
    out = np.zeros((n, d))
    if halves:
        a, b = X[:, : d // 2], X[:, d // 2 :]
        out[:, : d // 2] = a * cos - b * sin
        out[:, d // 2 :] = a * sin + b * cos
    else:
        a, b = X[:, ::2], X[:, 1::2]
        out[:, ::2] = a * cos - b * sin
        out[:, 1::2] = a * sin + b * cos
    return out


def alibi(heads, queries, keys):
    if heads not in (1, 2, 4, 8, 16) or queries > keys:
        raise ValueError("sizes")
    slopes = 2.0 ** (-8.0 * np.arange(1, heads + 1) / heads)
    gap = (np.arange(queries) + keys - queries)[:, None] - np.arange(keys)[None, :]
    bias = -slopes[:, None, None] * gap
    bias[:, gap < 0] = -np.inf
    return bias
