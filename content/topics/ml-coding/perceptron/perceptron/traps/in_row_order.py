# caught by: It visits the given rows in the given order, and no others
# `for x, t in zip(X, y)` is the loop everyone has in their fingers.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, t in zip(X, y, strict=True):
            if t * (x @ w + b) <= 0:
                w = w + t * x
                b += t
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
