# caught by: A margin of zero is a mistake, also later on
# They write `< 0` and rescue the zero start with a special case for the first visit.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for i in order:
            if not w.any() or y[i] * (X[i] @ w + b) < 0:
                w = w + y[i] * X[i]
                b += y[i]
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
