# caught by: It stops after an epoch without a mistake, or after the last epoch
# The weights are right either way, so the epochs after convergence go unnoticed.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w = w + y[i] * X[i]
                b += y[i]
                wrong += 1
        mistakes.append(wrong)
    return w, b, mistakes
