# caught by: Classes may be any integers, however far apart
# Counts the votes of classes made floats: beyond 2**53, neighboring integers become one class.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if k < 1 or k > len(X_train):
        raise ValueError("k")
    result = []
    for x in X_test:
        distance = ((X_train - x) ** 2).sum(axis=1)
        nearest = np.argsort(distance, kind="stable")[:k]
        classes, votes = np.unique(y_train[nearest].astype(float), return_counts=True)
        result.append(classes[np.argmax(votes)])
    return np.array(result)
