# caught by: Coordinates on a grid: ties everywhere
# argpartition is the fast way to k neighbors, but of equal distances it takes any.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    distances = ((X_test[:, None] - X_train) ** 2).sum(axis=2)
    near = np.argpartition(distances, k - 1, axis=1)[:, :k]
    classes, codes = np.unique(y_train, return_inverse=True)
    return np.array([classes[np.bincount(codes[row]).argmax()] for row in near])
