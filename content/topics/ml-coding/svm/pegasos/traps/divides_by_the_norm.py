# caught by: A row of zeros gives no NaN
# min(norm, radius) times the unit vector, which does not exist for w = 0.
import numpy as np


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, indices: list[int], project: bool = False) -> np.ndarray:
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, start=1):
        short = y[i] * (X[i] @ w) < 1
        w *= 1 - 1 / t
        if short:
            w += y[i] * X[i] / (lam * t)
        if project:
            norm = np.linalg.norm(w)
            w = min(norm, 1 / np.sqrt(lam)) * w / norm
    return w
