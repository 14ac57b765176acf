# Compares fractions of whole numbers, and takes the last of equally good splits.
from fractions import Fraction
import numpy as np


def best_split(X, y):
    n = len(X)
    classes, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    counts = counts.tolist()
    best, num, den = None, -1, 1
    for j in reversed(range(X.shape[1])):
        order = np.argsort(X[:, j], kind="stable").tolist()
        left = [0] * len(counts)
        right = counts[:]
        sl, sr = 0, sum(c * c for c in counts)
        for k in range(n - 1):
            c = codes[order[k]]
            sl += 2 * left[c] + 1
            left[c] += 1
            sr -= 2 * right[c] - 1
            right[c] -= 1
            a, b = float(X[order[k], j]), float(X[order[k + 1], j])
            if a >= b:
                continue
            p, q = sl * (n - k - 1) + sr * (k + 1), (k + 1) * (n - k - 1)
            if p * den >= num * q:
                num, den, best = p, q, (j, a + (b - a) / 2)
    if best is None:
        return None
    gain = Fraction(num, den * n) - sum(Fraction(c, n) ** 2 for c in counts)
    return [*best, float(gain)]
