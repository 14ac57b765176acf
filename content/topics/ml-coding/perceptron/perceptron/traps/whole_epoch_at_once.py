# caught by: Random rows against the rule by hand
# Vectorizing the epoch finds the mistakes with the old weights and adds them all together.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    order = np.asarray(order, int)
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        rows = order[y[order] * (X[order] @ w + b) <= 0]
        w = w + y[rows] @ X[rows]
        b += float(y[rows].sum())
        mistakes.append(len(rows))
        if len(rows) == 0:
            break
    return w, b, mistakes
