# caught by: Without a visit the answer is zero, not NaN
# The number of visits can be zero.
import numpy as np


def averaged_perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float]:
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
            sum_w += w
            sum_b += b
    visits = epochs * len(order)
    return sum_w / visits, np.float64(sum_b) / visits
