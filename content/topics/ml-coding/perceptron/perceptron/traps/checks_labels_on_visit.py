# caught by: Labels other than -1 and +1 raise ValueError
# The check sits where the label is used, so rows that are not visited are never looked at.
import numpy as np


def perceptron(X, y, order, epochs):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for i in order:
            if y[i] not in (-1, 1):
                raise ValueError("labels must be -1 or +1")
            if y[i] * (X[i] @ w + b) <= 0:
                w = w + y[i] * X[i]
                b += y[i]
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
