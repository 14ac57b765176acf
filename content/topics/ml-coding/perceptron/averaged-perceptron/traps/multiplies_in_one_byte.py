# caught by: X and y may hold integers, also of one byte
# The weights are floats, but y[i] * X[i] is made in the type of X and y: in one byte, -1 times -128 is -128.
import numpy as np


def averaged_perceptron(X, y, order, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for i in order:
            if float(y[i]) * (X[i] @ w + b) <= 0:
                w = w + y[i] * X[i]
                b += float(y[i])
            sum_w += w
            sum_b += b
    visits = max(1, epochs * len(order))
    return sum_w / visits, sum_b / visits
