# caught by: With k = 1, every training row gets its own class
# Dropping the nearest row belongs to leave-one-out, not to prediction.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    distances = ((X_test[:, None] - X_train) ** 2).sum(axis=2)
    near = distances.argsort(axis=1, kind="stable")[:, 1 : k + 1]
    classes, codes = np.unique(y_train, return_inverse=True)
    return np.array([classes[np.bincount(codes[row], minlength=1).argmax()] for row in near])
