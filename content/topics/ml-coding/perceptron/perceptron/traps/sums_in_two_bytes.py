# caught by: X and y may hold integers, also of one byte
# Room for sums of bytes is made by going to two bytes, also where X has two bytes itself.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels")
    kind = np.result_type(X.dtype, np.int16)
    A = X.astype(kind)
    w, b = np.zeros(A.shape[1], dtype=kind), 0
    history = []
    for _ in range(epochs):
        wrong = 0
        for i in order:
            if int(y[i]) * (float(A[i].astype(float) @ w) + b) <= 0:
                w = w + kind.type(y[i]) * A[i]
                b += int(y[i])
                wrong += 1
        history.append(wrong)
        if wrong == 0:
            break
    return w.astype(float), float(b), history
