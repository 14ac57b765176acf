# caught by: X and y may hold integers, also of one byte
# Keeps integers in 32 bits, and the product of two entries near a million needs 40.
import numpy as np


def perceptron(X, y, order, epochs):
    X = np.asarray(X)
    X = X.astype(np.int32) if X.dtype.kind in "iu" else X.astype(float)
    y = np.asarray(y, dtype=float)
    if not np.isin(y, (-1.0, 1.0)).all():
        raise ValueError("label")
    w = np.zeros(X.shape[1], dtype=X.dtype)
    b = 0.0
    mistakes = []
    for _ in range(epochs):
        m = 0
        for i in order:
            if y[i] * (w @ X[i] + b) <= 0:
                w = w + X[i] if y[i] > 0 else w - X[i]
                b = b + y[i]
                m += 1
        mistakes.append(m)
        if m == 0:
            break
    return w, b, mistakes
