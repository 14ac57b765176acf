# caught by: Random rows, as scikit-learn classifies them
# Absolute differences are a distance too, but not the Euclidean one.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    distances = np.abs(X_test[:, None] - X_train).sum(axis=2)
    near = distances.argsort(axis=1, kind="stable")[:, :k]
    classes, codes = np.unique(y_train, return_inverse=True)
    return np.array([classes[np.bincount(codes[row]).argmax()] for row in near])
