# caught by: A sum over many visits keeps its digits
# Keeps the running sum in float32: added up, the roundings of thousands of visits are more than seven digits allow.
import numpy as np


def averaged_perceptron(X, y, order, epochs):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.zeros(X.shape[1])
    b = 0.0
    sw = np.zeros(X.shape[1], dtype=np.float32)
    sb = 0.0
    for _ in range(epochs):
        for i in order:
            if y[i] * (w @ X[i] + b) <= 0:
                w += y[i] * X[i]
                b += y[i]
            sw += w
            sb += b
    T = max(len(order) * epochs, 1)
    return sw / T, sb / T
