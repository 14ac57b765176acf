# Keeps w as a number times a vector, as the follow-up asks.
import numpy as np


def pegasos(X, y, lam, indices, project=False):
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    v, scale, square = np.zeros(X.shape[1]), 1.0, 0.0
    for t, i in enumerate(indices, start=1):
        x, product = X[i], X[i] @ v
        short = y[i] * scale * product < 1
        scale *= 1 - 1 / t if t > 1 else 1
        if short:
            add = y[i] / (lam * t * scale)
            square += 2 * add * product + add**2 * (x @ x)
            v = v + add * x
        if project:
            scale /= max(1, np.sqrt(lam * square) * scale)
    return scale * v
