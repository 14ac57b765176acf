# caught by: Random rows against the mean by hand
# The sum takes the weights before the visit: the zero start is in, the last weights are not.
import numpy as np


def averaged_perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float]:
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for i in order:
            sum_w += w
            sum_b += b
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
    visits = max(1, epochs * len(order))
    return sum_w / visits, sum_b / visits
