# caught by: The last digits of X may decide
# Floats should not be compared exactly, people say; but here every margin is exact, and a small one is right.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for i in order:
            margin, size = y[i] * (X[i] @ w + b), np.abs(X[i]) @ np.abs(w) + abs(b)
            if margin <= 1e-9 * size:
                w += y[i] * X[i]
                b += float(y[i])
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
