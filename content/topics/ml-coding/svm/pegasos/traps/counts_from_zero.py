# caught by: The first steps, in plain numbers
# t starts at 0, which is rescued by adding 1 in the step size and not in the shrinking.
import numpy as np


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, indices: list[int], project: bool = False) -> np.ndarray:
    if lam <= 0:
        raise ValueError("lam must be greater than 0")
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, start=0):
        short = y[i] * (X[i] @ w) < 1
        w *= 1 - 1 / max(t, 1)
        if short:
            w += y[i] * X[i] / (lam * (t + 1))
        if project:
            w /= max(1, np.sqrt(lam) * np.linalg.norm(w))
    return w
