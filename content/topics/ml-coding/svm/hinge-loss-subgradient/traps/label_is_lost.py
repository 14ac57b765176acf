# caught by: Away from kinks, dw agrees with central differences
# The chain rule through y (w . x + b) leaves a factor y behind, which is forgotten here.
import numpy as np


def hinge_subgradient(
    w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float
) -> tuple[float, np.ndarray, float]:
    slack = np.maximum(0, 1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = np.where(slack > 0, 1, 0) / len(y)
    return loss, lam * w - pull @ X, -pull.sum()
