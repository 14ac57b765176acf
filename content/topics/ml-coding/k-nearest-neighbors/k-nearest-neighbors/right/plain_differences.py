# One test row at a time, every distance from plain differences, all of them sorted.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    answer = []
    for q in X_test:
        near = np.linalg.norm(X_train - q, axis=1).argsort(kind="stable")[:k]
        found, votes = np.unique(y_train[near], return_counts=True)
        answer.append(int(found[votes.argmax()]))
    return answer
