# caught by: Many steps, in plain numbers
# The weights are shrunk first, and the margin is taken with the shrunken ones.
import numpy as np


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, indices: list[int], project: bool = False) -> np.ndarray:
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, start=1):
        w *= 1 - 1 / t
        short = y[i] * (X[i] @ w) < 1
        if short:
            w += y[i] * X[i] / (lam * t)
        if project:
            w /= max(1, np.sqrt(lam) * np.linalg.norm(w))
    return w
