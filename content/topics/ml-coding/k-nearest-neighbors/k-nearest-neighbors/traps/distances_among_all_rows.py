# caught by: 50,000 training rows: they are not compared with one another
# One function gives the distances among all rows; those among the training rows are thrown away.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    n = len(X_train)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    rows = np.vstack([X_train, X_test])
    squares = sum((feature[:, None] - feature) ** 2 for feature in rows.T)
    classes, codes = np.unique(y_train, return_inverse=True)
    near = squares[n:, :n].argsort(axis=1, kind="stable")[:, :k]
    return np.array([classes[np.bincount(codes[row]).argmax()] for row in near])
