# caught by: A few units apart, a hundred million from the origin or from one another
# Moving the origin to the first row repairs data in one place, not an outlier in that very row.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    points, queries = X_train - X_train[0], X_test - X_train[0]
    distances = (points**2).sum(axis=1) / 2 - queries @ points.T
    near = distances.argsort(axis=1, kind="stable")[:, :k]
    classes, codes = np.unique(y_train, return_inverse=True)
    return np.array([classes[np.bincount(codes[row]).argmax()] for row in near])
