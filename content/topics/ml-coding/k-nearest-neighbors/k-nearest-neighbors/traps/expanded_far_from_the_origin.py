# caught by: A few units apart, a hundred million from the origin or from one another
# x.x - 2 x.q + q.q cancels badly when every term is near 1e16.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    distances = (X_test**2).sum(axis=1)[:, None] - 2 * X_test @ X_train.T + (X_train**2).sum(axis=1)
    near = distances.argsort(axis=1, kind="stable")[:, :k]
    classes, codes = np.unique(y_train, return_inverse=True)
    return np.array([classes[np.bincount(codes[row]).argmax()] for row in near])
