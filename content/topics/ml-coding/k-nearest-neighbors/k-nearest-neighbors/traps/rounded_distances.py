# caught by: Rows a millionth or a billionth apart
# Distances are rounded so that ties are ties; those that are nearly tied become so too.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    n = len(X_train)
    if not 1 <= k <= n:
        raise ValueError("k")
    out = np.empty(len(X_test), dtype=y_train.dtype)
    for i, x in enumerate(X_test):
        d = np.round(np.linalg.norm(X_train - x, axis=1), 10)
        near = np.argsort(d, kind="stable")[:k]
        classes, votes = np.unique(y_train[near], return_counts=True)
        out[i] = classes[votes.argmax()]
    return out
