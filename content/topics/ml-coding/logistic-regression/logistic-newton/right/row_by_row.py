# Row by row in plain Python.
import math
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    labels = [float(v) for v in y]
    if not l2 > 0 or set(labels) != {0.0, 1.0}:
        raise ValueError("no")
    rows = [[float(v) for v in r] + [1.0] for r in X.tolist()]
    k = len(rows[0])

    def value(t):
        total = [l2 / 2 * sum(v * v for v in t[:-1])]
        for r, l in zip(rows, labels):
            z = sum(a * b for a, b in zip(r, t))
            total.append(max(z, 0.0) + math.log1p(math.exp(-abs(z))) - l * z)
        return math.fsum(total)

    t = [0.0] * k
    for _ in range(100):
        errors, weights = [], []
        for r, l in zip(rows, labels):
            z = sum(a * b for a, b in zip(r, t))
            e = math.exp(-abs(z))
            errors.append((1 / (1 + e) if z >= 0 else e / (1 + e)) - l)
            weights.append(e / (1 + e) ** 2)
        g = [math.fsum(e * r[j] for e, r in zip(errors, rows)) + (l2 * t[j] if j < k - 1 else 0.0) for j in range(k)]
        if max(map(abs, g)) <= tol:
            break
        H = [
            [
                math.fsum(s * r[i] * r[j] for s, r in zip(weights, rows)) + (l2 if i == j < k - 1 else 0.0)
                for j in range(k)
            ]
            for i in range(k)
        ]
        move = np.linalg.solve(np.array(H), np.array(g)).tolist()
        s, now = 1.0, value(t)
        while value([a - s * b for a, b in zip(t, move)]) > now * (1 + 1e-12):
            s /= 2
        t = [a - s * b for a, b in zip(t, move)]
    return np.array(t[:-1]), t[-1]
