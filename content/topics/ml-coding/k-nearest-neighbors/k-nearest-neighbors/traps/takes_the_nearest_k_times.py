# caught by: 50,000 training rows: they are not compared with one another
# Looks for the nearest row k times: quick for a few neighbors, quadratic for many.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    n = len(X_train)
    if k < 1 or k > n:
        raise ValueError("k")
    out = np.empty(len(X_test), dtype=np.int64)
    for i, t in enumerate(X_test):
        diff = X_train - t
        d = np.einsum("ij,ij->i", diff, diff)
        d = d.tolist()
        near = []
        for _ in range(k):
            j = min(range(n), key=d.__getitem__)
            near.append(j)
            d[j] = np.inf
        c, m = np.unique(y_train[near], return_counts=True)
        out[i] = c[m.argmax()]
    return out
