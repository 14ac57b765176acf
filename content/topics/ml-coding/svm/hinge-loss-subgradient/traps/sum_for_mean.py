# caught by: Objective and gradient, row by row
# The gradient sums over the batch while the objective takes the mean.
import numpy as np


def hinge_subgradient(
    w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float
) -> tuple[float, np.ndarray, float]:
    slack = np.maximum(0, 1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = np.where(slack > 0, y, 0)
    return loss, lam * w - pull @ X, -pull.sum()
