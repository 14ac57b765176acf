# caught by: Away from kinks, dw agrees with central differences
# The slope of lam / 2 ||w||^2 is lam w; here the factor 2 is kept from a penalty without the half.
import numpy as np


def hinge_subgradient(
    w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float
) -> tuple[float, np.ndarray, float]:
    slack = np.maximum(0, 1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = np.where(slack > 0, y, 0) / len(y)
    return loss, 2 * lam * w - pull @ X, -pull.sum()
