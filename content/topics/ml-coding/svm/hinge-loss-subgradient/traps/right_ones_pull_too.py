# caught by: Beyond the street only the penalty is left
# The indicator is forgotten: every example pulls, with or without a loss.
import numpy as np


def hinge_subgradient(
    w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float
) -> tuple[float, np.ndarray, float]:
    slack = np.maximum(0, 1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = y / len(y)
    return loss, lam * w - pull @ X, -pull.sum()
