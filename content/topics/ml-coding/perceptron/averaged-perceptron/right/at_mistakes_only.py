# Touches the sums at mistakes only, as the follow-up asks.
import numpy as np


def averaged_perceptron(X, y, order, epochs):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b, late_w, late_b, t = np.zeros(X.shape[1]), 0.0, np.zeros(X.shape[1]), 0.0, 0
    for _ in range(epochs):
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w, b = w + y[i] * X[i], b + y[i]
                late_w, late_b = late_w + t * y[i] * X[i], late_b + t * y[i]
            t += 1
    return (w - late_w / t, b - late_b / t) if t else (w, b)
