# caught by: The last digits of X may decide
# Floats should not be compared exactly, people say; but here every margin is exact, and a small one is right.
import numpy as np


def averaged_perceptron(X, y, order, epochs):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for i in order:
            margin, size = y[i] * (X[i] @ w + b), np.abs(X[i]) @ np.abs(w) + abs(b)
            if margin <= 1e-9 * size:
                w += y[i] * X[i]
                b += float(y[i])
            sum_w += w
            sum_b += b
    visits = max(1, epochs * len(order))
    return sum_w / visits, sum_b / visits
