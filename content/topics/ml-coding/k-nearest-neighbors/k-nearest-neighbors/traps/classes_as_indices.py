# caught by: Random rows, as scikit-learn classifies them
# np.bincount counts only from zero up; with negative classes it raises.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    distances = ((X_test[:, None] - X_train) ** 2).sum(axis=2)
    near = distances.argsort(axis=1, kind="stable")[:, :k]
    return np.array([np.bincount(votes).argmax() for votes in y_train[near]])
