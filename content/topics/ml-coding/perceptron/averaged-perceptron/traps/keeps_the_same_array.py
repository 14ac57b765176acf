# caught by: Random rows against the mean by hand
# Every entry of the history is the same array, changed in place: the mean is the last value.
import numpy as np


def averaged_perceptron(X: np.ndarray, y: np.ndarray, order: list[int], epochs: int) -> tuple[np.ndarray, float]:
    w, b = np.zeros(X.shape[1]), 0.0
    history, sum_b = [], 0.0
    for _ in range(epochs):
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += float(y[i])
            history.append(w)
            sum_b += b
    visits = max(1, epochs * len(order))
    return (np.mean(history, axis=0) if history else w), sum_b / visits
