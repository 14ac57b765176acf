# The dual form: counts how often each row was a mistake, and makes the weights at the end.
import numpy as np


def perceptron(X, y, order, epochs):
    if not np.isin(y, (-1, 1)).all():
        raise ValueError("labels must be -1 or +1")
    rows = np.column_stack([X, np.ones(len(X))]) * np.asarray(y, float)[:, None]
    products, times, mistakes = rows @ rows.T, np.zeros(len(X)), []
    while len(mistakes) < epochs and (not mistakes or mistakes[-1]):
        mistakes.append(0)
        for i in order:
            if not products[i] @ times > 0:
                times[i] += 1
                mistakes[-1] += 1
    *w, b = times @ rows
    return np.array(w), b, np.array(mistakes)
