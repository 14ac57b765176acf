# caught by: Visits without a mistake count, to the last epoch
# The habit of stopping after an epoch without a mistake, which here changes the mean.
import numpy as np


def averaged_perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float]:
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    done = 0
    for _ in range(epochs):
        before = w.copy(), b
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
            sum_w += w
            sum_b += b
        done += 1
        if b == before[1] and np.array_equal(w, before[0]):
            break
    visits = max(1, done * len(order))
    return sum_w / visits, sum_b / visits
