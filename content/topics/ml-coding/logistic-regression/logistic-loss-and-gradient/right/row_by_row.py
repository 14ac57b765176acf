# Row by row in plain Python, with exact sums.
import math


def logistic_loss(w, b, X, y):
    n, d = len(X), len(X[0])
    loss, gw, gb = 0.0, [0.0] * d, 0.0
    for row, label in zip(X.tolist(), y.tolist()):
        if label != 0 and label != 1:
            raise ValueError("a label")
        z = math.fsum([float(u) * v for u, v in zip(w, row)] + [b])
        e = math.exp(-abs(z))
        loss += max(z, 0.0) - label * z + math.log1p(e)
        p = 1 / (1 + e) if z >= 0 else e / (1 + e)
        for j in range(d):
            gw[j] += (p - label) * row[j]
        gb += p - label
    return loss / n, [g / n for g in gw], gb / n
