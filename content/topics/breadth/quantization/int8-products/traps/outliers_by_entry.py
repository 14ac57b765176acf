# caught by: Outliers among the columns
# Takes single entries out, and leaves the rest of their columns.
import numpy as np


def quantize(A):
    s = np.zeros(len(A)) if A.shape[1] == 0 else np.abs(A).max(axis=1) / 127
    s[s == 0] = 1
    return np.round(A / s[:, None]).astype(np.int64), s


def int8_product(X, W):
    q, s = quantize(X)
    p, t = quantize(W)
    return (q @ p.T) * s[:, None] * t[None, :]


def mixed_product(X, W, threshold):
    hot = np.any(np.abs(X) >= threshold, axis=0)
    cold = ~hot
    mask = np.abs(X) >= threshold
    return np.where(mask, X, 0) @ W.T + int8_product(np.where(mask, 0, X), W)


def smooth(X, W, alpha=0.5):
    a = np.abs(X).max(axis=0)
    b = np.abs(W).max(axis=0)
    f = np.ones(X.shape[1])
    ok = (a > 0) & (b > 0)
    f[ok] = a[ok] ** alpha / b[ok] ** (1 - alpha)
    return X / f, W * f
