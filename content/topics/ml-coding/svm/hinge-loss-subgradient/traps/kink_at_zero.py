# caught by: A right answer on the street still pulls
# The perceptron's condition: only examples on the wrong side pull.
import numpy as np


def hinge_subgradient(
    w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float
) -> tuple[float, np.ndarray, float]:
    slack = np.maximum(0, 1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = np.where(slack > 1, y, 0) / len(y)
    return loss, lam * w - pull @ X, -pull.sum()
