# caught by: A margin a hair from 1 is on its own side of it
# A tolerance against rounding, where a margin just below 1 calls for the example.
import numpy as np


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, indices: list[int], project: bool = False) -> np.ndarray:
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, start=1):
        short = y[i] * (X[i] @ w) < 1 - 1e-6
        w *= 1 - 1 / t
        if short:
            w += y[i] * X[i] / (lam * t)
        if project:
            w /= max(1, np.sqrt(lam) * np.linalg.norm(w))
    return w
