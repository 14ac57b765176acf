# Without projection, the sum of the examples that were short, divided by lam t; plain numbers with it.
import math


def pegasos(X, y, lam, indices, project=False):
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    rows = [[float(label) * value for value in row] for row, label in zip(X.tolist(), y, strict=True)]
    total = w = [0.0] * X.shape[1]
    for t, i in enumerate(indices, start=1):
        if sum(a * b for a, b in zip(w, rows[i], strict=True)) < 1:
            total = [a + b for a, b in zip(total, rows[i], strict=True)]
        w = [a / (lam * t) for a in total]
        if project and math.hypot(*w) * math.sqrt(lam) > 1:
            shrink = math.hypot(*w) * math.sqrt(lam)
            w = [a / shrink for a in w]
            total = [a / shrink for a in total]
    return w
