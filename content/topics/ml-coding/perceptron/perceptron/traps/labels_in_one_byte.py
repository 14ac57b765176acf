# caught by: Labels other than -1 and +1 raise ValueError
# Labels fit into a byte, and 257 in a byte is 1.
import numpy as np


def perceptron(X, y, order, epochs):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y) if np.asarray(y).dtype.kind == "f" else np.asarray(y).astype(np.int8).astype(float)
    if not ((y == 1) | (y == -1)).all():
        raise ValueError("labels")
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        m = 0
        for i in order:
            if y[i] * (X[i] @ w + b) <= 0:
                w += y[i] * X[i]
                b += y[i]
                m += 1
        mistakes.append(m)
        if m == 0:
            break
    return w, b, mistakes
