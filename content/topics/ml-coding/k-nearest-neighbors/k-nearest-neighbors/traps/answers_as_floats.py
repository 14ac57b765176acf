# caught by: Classes may be any integers, however far apart
# np.empty makes floats unless told otherwise, and beyond 2**53 they do not hold every integer.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    n = len(X_train)
    if k < 1 or k > n:
        raise ValueError("k")
    out = np.empty(len(X_test), dtype=float)
    for i, t in enumerate(X_test):
        diff = X_train - t
        d = np.einsum("ij,ij->i", diff, diff)
        near = np.argsort(d, kind="stable")[:k]
        c, m = np.unique(y_train[near], return_counts=True)
        out[i] = c[m.argmax()]
    return out
