# caught by: Visits without a mistake count, to the last epoch
# The sum grows inside the if, so weights that survive long count no more than others.
import numpy as np


def averaged_perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float]:
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b, visits = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(epochs):
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
                sum_w += w
                sum_b += b
                visits += 1
    visits = max(1, visits)
    return sum_w / visits, sum_b / visits
